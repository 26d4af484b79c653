import fc from 'fast-check';
import { DEFAULT_POLICY, DEFAULT_RULES, addDays, type IsoDate, type Rules } from '#domain';
import { COUNTED_COLUMNS, type CountedRow } from './counted-row.ts';
import type { ProjectRow } from './project-row.ts';
import type { ChangeOf, SpanOf } from './span-writes.ts';
import { extend, NO_TIMELINE, timelineOf, type Fact, type Span } from './timeline.ts';

const FIRST = '2026-01-05' as IsoDate;
const rules: Rules = {
  ...DEFAULT_RULES,
  policies: [...DEFAULT_RULES.policies, { ...DEFAULT_POLICY, version: 2, validFrom: '2026-03-01' as IsoDate }],
};

const KINDS = ['line', 'rename', 'hold', 'resume', 'sign', 'void', 'correct', 'poison'] as const;
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: -10, max: 120 }),
  target: fc.nat(12),
});

const factOf = (
  { kind, day, target }: { kind: (typeof KINDS)[number]; day: number; target: number },
  version: number,
): Fact => {
  const data: Readonly<Record<typeof kind, readonly [string, object]>> = {
    line: ['ProgressReported', { text: `第${version}行` }],
    rename: ['ProjectRenamed', { to: `名称${version}` }],
    hold: ['ProjectSuspended', { reason: '停' }],
    resume: ['ProjectResumed', {}],
    sign: [
      'ContractSigned',
      { contracted: { amount: '100.00', currency: 'CNY' }, agreedStart: addDays(FIRST, day + 90) },
    ],
    void: ['FactVoided', { target: 1 + (target % (version - 1)), reason: '误' }],
    correct: [
      'FactCorrected',
      { target: 1 + (target % (version - 1)), field: 'occurredOn', from: FIRST, to: addDays(FIRST, day), reason: '误' },
    ],
    poison: ['ProjectRenamed', { to: '半\ud83d' }],
  };
  const [type, content] = data[kind];
  return { type, occurredOn: addDays(FIRST, day), data: content, version, position: BigInt(version) } as never;
};

const RECORDED = {
  type: 'ProjectRecorded',
  occurredOn: FIRST,
  data: { code: 'A', title: '甲' },
  version: 1,
  position: 1n,
} as never;

const applied = <Row>(open: Map<string, SpanOf<Row>>, { close, open: added }: ChangeOf<Row>): void => {
  if (close === 'all') open.clear();
  else for (const day of close) open.delete(day);
  for (const span of added) open.set(span.from, span);
};
const inOrder = <Row>(open: Map<string, SpanOf<Row>>): readonly SpanOf<Row>[] =>
  [...open.values()].sort((a, b) => (a.from < b.from ? -1 : 1));

/** The row of a day, without what only figures are told. */
const countedOf = <Row extends Pick<ProjectRow, CountedName>>(
  spans: readonly SpanOf<Row>[],
  day: IsoDate,
): object | undefined => {
  const found = spans.find(({ from, to }) => from <= day && day < to)?.row;
  return found === undefined ? undefined : Object.fromEntries(COUNTED_NAMES.map((name) => [name, found[name]]));
};
type CountedName = Exclude<keyof CountedRow, 'phase_since' | 'phase_ends'>;
const COUNTED_NAMES = (Object.keys(COUNTED_COLUMNS) as (keyof CountedRow)[]).filter(
  (name): name is CountedName => name !== 'phase_since' && name !== 'phase_ends',
);

it('has after any facts, late ones, corrections and poison among them, the rows that a fold of all facts has', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const facts = [RECORDED, ...steps.map((one, index) => factOf(one, index + 2))];
      const open = new Map<string, Span>();
      const counted = new Map<string, SpanOf<CountedRow>>();
      let timeline = NO_TIMELINE;
      for (const [index, fact] of facts.entries()) {
        const next = extend(timeline, [fact], rules) ?? extend(timeline, [fact], rules, facts.slice(0, index));
        timeline = next.timeline;
        applied(open, next.change);
        applied(counted, next.change.counted);
        if (timeline.aside !== null) continue;
        const whole = extend(NO_TIMELINE, facts.slice(0, index + 1), rules, []);
        expect(inOrder(open)).toEqual(whole.change.open);
        expect(inOrder(counted)).toEqual(whole.change.counted.open);
        expect(timeline).toEqual(timelineOf(facts.slice(0, index + 1), rules));
      }
    }),
    { seed: 20_260_105, numRuns: 200 },
  );
});

it('counts on every day what the row of that day says, in spans that begin only where something counted changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const known = steps.filter(({ kind }) => kind !== 'poison');
      const { change } = extend(NO_TIMELINE, [RECORDED, ...known.map((one, at) => factOf(one, at + 2))], rules, []);
      for (const { from } of change.open)
        expect(countedOf(change.counted.open, from)).toEqual(countedOf(change.open, from));
      for (const [at, { from, to, row }] of change.counted.open.entries()) {
        const next = change.counted.open[at + 1];
        expect(to).toBe(next?.from ?? 'infinity');
        expect(row.phase_ends).toBe(next !== undefined && next.row.phase !== row.phase);
        const began = change.open.findLast(
          (one, index) => one.from <= from && change.open[index - 1]?.row.phase !== one.row.phase,
        );
        expect(row.phase_since).toBe(began!.from);
        if (next !== undefined) expect({ ...next.row, phase_ends: row.phase_ends }).not.toEqual(row);
      }
    }),
    { seed: 20_260_106, numRuns: 200 },
  );
});

it('asks for the facts before only where a fact does not come last', () => {
  const line = (version: number, day: number): Fact => factOf({ kind: 'line', day, target: 0 }, version);
  const timeline = timelineOf([RECORDED, line(2, 10)], rules);
  expect(extend(timeline, [line(3, 10)], rules)?.timeline.count).toBe(3);
  expect(extend(timeline, [line(3, 9)], rules)).toBeNull();
});
