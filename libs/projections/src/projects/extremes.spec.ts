import fc from 'fast-check';
import {
  CORRECTABLE_FACTS,
  correctableFields,
  decide,
  DEFAULT_RULES,
  fieldsOf,
  fold,
  InvalidCommand,
  money,
  placed,
  PROJECT_COMMAND_TYPES,
  PROJECT_COMMANDS,
  readCommand,
  Rejected,
  toldIn,
  type Circumstances,
  type Field,
  type IsoDate,
  type Placed,
  type ProjectCommand,
  type ProjectCommandType,
} from '#domain';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';
import { extend, NO_TIMELINE } from './timeline.ts';

const TODAY = '2026-01-05' as IsoDate;
const OPEN: Circumstances = {
  today: TODAY,
  closedMonths: new Set(),
  gates: { preReview: false, jointReview: false },
  people: new Map(),
};

const days = [
  '0001-01-01',
  '1949-12-31',
  '1950-01-01',
  '2025-06-31',
  '2025-07-01',
  '2200-12-31',
  '9999-12-31',
  '+10000-01-01',
  '',
];
const amounts = [
  '0',
  '-1',
  '1',
  '1000.5',
  '1000000000000000',
  '1000000000000000.01',
  '999999999999999999',
  '110101199003070000',
  'oops',
  '1e9',
  '',
];
const texts = [
  '',
  ' ',
  '桥',
  '长'.repeat(100),
  '长'.repeat(300),
  '长'.repeat(5_000),
  '😀'.repeat(100),
  '😀'.repeat(300),
];
const kinds: readonly unknown[] = [null, 0, -1, 1, 18, 1e18, NaN, true, false, [], {}, [[]], [{}], { 0: 'x' }, 'V1'];

/** A value of the field as it should be, and everything that it should not be. */
const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  const wrong = fc.constantFrom<unknown>(...kinds, ...days, ...amounts, ...texts, { amount: 'oops', currency: 'CNY' });
  const choices = field.choices ?? [];
  const right: Partial<Record<Field['kind'], fc.Arbitrary<unknown>>> = {
    day: fc.constantFrom(...days),
    month: fc.constantFrom('0001-01', '2025-07', '2200-12', '9999-12'),
    money: fc.record({ amount: fc.constantFrom(...amounts), currency: fc.constantFrom('CNY', 'USD', 'cny', '') }),
    decimal: fc.constantFrom('0', '100', '-5', '999999999999999999.9999'),
    integer: fc.integer({ min: 1, max: 6 }),
    flag: fc.boolean(),
    choice: fc.constantFrom('', ...choices),
    texts: fc.array(fc.constantFrom(...texts, ...choices), { maxLength: 60 }),
  };
  const good =
    field.kind === 'list'
      ? fc.array(bodyOf(field.of ?? []), { maxLength: 3 })
      : field.kind === 'group'
        ? bodyOf(field.of ?? [])
        : (right[field.kind] ?? fc.constantFrom<unknown>(...texts, 'V1'));
  return fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: wrong });
};
const bodyOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), {
    requiredKeys: fields.filter(({ required }) => required).map(({ name }) => name),
  });

const begun = {
  RegisterLead: { code: 'A1', title: '桥' },
  OpenNegotiation: { class: 'standard', occurredOn: '2025-02-03' },
  SignContract: {
    contracted: money('100000000.00'),
    agreedStart: '2025-09-01',
    landMode: 'purchase',
    occurredOn: '2025-04-01',
  },
  CertifyStart: { occurredOn: '2025-08-20' },
  ReportArrival: { arrival: 'V1', amount: money('5000000.00'), kind: 'building', occurredOn: '2025-09-10' },
} as const;

const given = (history: readonly Placed[], type: ProjectCommandType, body: object): readonly Placed[] => {
  const command = readCommand(PROJECT_COMMANDS[type] as new () => ProjectCommand, body);
  return placed(decide(command, fold(history), OPEN, toldIn(history)), history.length);
};

const beginning = (steps: number): readonly Placed[] =>
  Object.entries(begun)
    .slice(0, steps)
    .reduce<readonly Placed[]>(
      (history, [type, body]) => [
        ...history,
        ...given(history, type as ProjectCommandType, { occurredOn: '2025-01-06', ...body }),
      ],
      [],
    );
const BEGINNINGS = [0, 1, 2, 3, 4, 5].map(beginning);

const FIRST_DAY_OF_TABLE = '1900-01-01';
/** Whether PostgreSQL takes a row: what each column's type and the indexes bear. */
const fits = (row: ProjectRow): void => {
  for (const [column, type] of Object.entries(ROW_COLUMNS) as [keyof ProjectRow, string][]) {
    const value = row[column];
    if (value === null) continue;
    if (type === 'date') expect(value >= FIRST_DAY_OF_TABLE && /^\d{4}-\d\d-\d\d$/.test(String(value))).toBe(true);
    if (type === 'numeric(20,2)') expect(value).toMatch(/^-?\d{1,18}\.\d\d$/);
    if (type === 'text') expect(typeof value).toBe('string');
    if (type === 'text[]') expect((value as readonly unknown[]).every((one) => typeof one === 'string')).toBe(true);
  }
  const indexed = [row.unit, row.leader, row.steward, row.phase].map((text) => Buffer.byteLength(text ?? ''));
  expect(indexed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(2_000);
  expect(Buffer.byteLength(row.title)).toBeLessThan(2_000);
};

const isLaid = (history: readonly Placed[]): void => {
  const { change, timeline } = extend(NO_TIMELINE, history, DEFAULT_RULES, []);
  expect(timeline.aside).toBeNull();
  for (const { row } of change.open) fits(row);
};

const tried = (history: readonly Placed[], type: ProjectCommandType, body: object): readonly Placed[] => {
  try {
    return [...history, ...given(history, type, body)];
  } catch (error) {
    if (error instanceof InvalidCommand || error instanceof Rejected) return history;
    throw error;
  }
};

it.each(PROJECT_COMMAND_TYPES)('%s at its extremes is refused, or its project can be laid', (type) =>
  fc.assert(
    fc.property(fc.constantFrom(...BEGINNINGS), bodyOf(fieldsOf(PROJECT_COMMANDS[type])), (history, body) => {
      const after = tried(history, type, body);
      if (after.length > history.length) isLaid(after);
    }),
    { numRuns: 60 },
  ),
);

const anything = fc.constantFrom<unknown>(
  ...kinds,
  ...days,
  ...texts,
  ...amounts.map((amount) => ({ amount, currency: 'CNY' })),
  ...amounts,
);
const correction = fc.constantFrom(
  ...CORRECTABLE_FACTS.flatMap((type) => correctableFields(type).map((field) => ({ type, field }))),
);

it('a correction of any field to anything is refused, or its project can be laid', () =>
  fc.assert(
    fc.property(correction, anything, ({ type, field }, to) => {
      const history = BEGINNINGS.at(-1)!;
      const target = history.find((fact) => fact.type === type);
      if (target === undefined) return;
      const from =
        field === 'occurredOn' ? target.occurredOn : ((target.data as Record<string, unknown>)[field] ?? null);
      const body = { target: target.version, field, from, to, reason: '笔误', approver: '局长' };
      const after = tried(history, 'CorrectFact', body);
      if (after.length > history.length) isLaid(after);
    }),
    { numRuns: 2_000 },
  ));
it('a void of any fact leaves a project that can be laid', () => {
  const history = BEGINNINGS.at(-1)!;
  for (const { version } of history) isLaid(tried(history, 'VoidFact', { target: version, reason: '误记' }));
});
