import { schemaVersionOf, type IsoDate } from '#domain';
import type { ImportEvent } from '#imports';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { IMPORT_ANSWERS } from '../openapi/import-answers.ts';
import { IMPORT_REPORT } from '../openapi/import-report.ts';
import type { Schema } from '../openapi/schema.ts';

// What earlier versions stored of imports is listed and opened as what this one stores.

const COUNTS = { read: 2, passedOver: 0, accepted: 1, warned: 0, held: 1, rejected: 0, unchanged: 0 };
const FOUND = {
  code: 'order-of-magnitude',
  field: 'contracted',
  cell: 'E3',
  read: '5',
  message: { zh: '悬殊', en: 'Far.' },
};
const ROW = { sheet: '台账', row: 3, verdict: 'warn', findings: [FOUND], project: null };
const SHEET = {
  sheet: '台账',
  kind: 'projects',
  headerRow: 1,
  columns: { 项目名称: 'name' },
  unmapped: [],
  rows: COUNTS,
};
const FILE = { file: '台账.xlsx', sha256: 'a'.repeat(64), importId: 'first', repeatOf: null, dryRun: false };

/** Reports as they were: the first, and one of the versions that told the mapping of columns. */
const REPORTS: readonly (readonly [string, object])[] = [
  ['no mapping, groups or notes', { ...FILE, sheets: [SHEET], rows: [ROW], unknownUnits: [], resultWorkbook: null }],
  [
    'a mapping without samples, comments or notes',
    {
      ...FILE,
      sheets: [
        {
          ...SHEET,
          mapping: [{ column: 'A', header: '项目名称', field: 'name', unit: null, unitFrom: null, because: ['words'] }],
          layout: 'x',
          passed: [{ row: 9, why: 'total' }],
        },
      ],
      rows: [ROW],
      groups: [],
      unread: [{ sheet: '乱', rows: 3, headers: ['甲'], missing: ['name'] }],
      targets: [],
      unknownUnits: [],
      resultWorkbook: null,
    },
  ],
];

let t: TestApi;
let clerk: string;
beforeAll(async () => {
  t = await testApi();
  clerk = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

const get = async (path: string): Promise<Record<string, unknown>> => {
  const { body } = await t.http().get(path).set('cookie', clerk).expect(200);
  return body as Record<string, unknown>;
};

const KNOWN: Readonly<Record<string, Schema>> = { ...IMPORT_ANSWERS, ...IMPORT_REPORT };
interface Shape {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
}

/** Where a value lacks what its schema requires. */
const missingIn = (value: unknown, shape: Shape, at: string): readonly string[] => {
  if (value === null) return [];
  const named = shape.$ref?.split('/').at(-1);
  if (named !== undefined) return KNOWN[named] === undefined ? [] : missingIn(value, KNOWN[named] as Shape, at);
  if (shape.oneOf !== undefined) return shape.oneOf.flatMap((one) => (one.$ref ? missingIn(value, one, at) : []));
  if (Array.isArray(value)) return value.flatMap((one, index) => missingIn(one, shape.items ?? {}, `${at}[${index}]`));
  if (typeof value !== 'object') return value === undefined ? [at] : [];
  const told = value as Readonly<Record<string, unknown>>;
  return [
    ...(shape.required ?? []).filter((key) => told[key] === undefined).map((key) => `${at}.${key}`),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, one]) =>
      told[key] === undefined ? [] : missingIn(told[key], one, `${at}.${key}`),
    ),
  ];
};
const lacks = (value: unknown, name: string): readonly string[] => missingIn(value, KNOWN[name] as Shape, name);

it.each(REPORTS)(
  'a report with %s, as an earlier version stored it, is answered in the shape of today',
  async (what, report) => {
    const id = `earlier-${what}`;
    const status = {
      id,
      file: '台账.xlsx',
      dryRun: false,
      state: 'done',
      progress: { done: 2, total: 2 },
      report,
      problem: null,
    };
    const { rows } = await t.office.pool.query<{ id: string }>("select id from account where user_name = 'clerk'");
    await t.office.pool.query('insert into import_run (id, account, status, over) values ($1, $2, $3, true)', [
      id,
      rows[0]!.id,
      JSON.stringify(status),
    ]);
    const answered = await get(`/api/imports/${encodeURIComponent(id)}`);
    expect(lacks(report, 'ImportReport').length).toBeGreaterThan(0); // it was another shape
    expect(lacks(answered, 'ImportStatus')).toEqual([]);
    expect(answered['report']).toMatchObject({ rows: [ROW], sheets: [{ sheet: '台账', rows: COUNTS }] });
  },
);

it('an import that an earlier version finished is listed and opened, its waiting rows with their reasons', async () => {
  const held = [
    { sheet: '台账', row: 3, code: null, name: '轴承项目', findings: ['order-of-magnitude', 'no-longer-a-code'] },
  ];
  const data = {
    importId: 'early',
    file: '台账.xlsx',
    sha256: FILE.sha256,
    sheets: [{ sheet: '台账', kind: 'projects' as const, rows: COUNTS }],
    held,
  };
  await t.office.store.append('import-early', 'any', [
    {
      id: 'f2b4c1de-58c1-4f7a-9f43-0d6f6f0f7a11',
      event: { type: 'ImportFinished', occurredOn: '2025-01-02' as IsoDate, data } satisfies ImportEvent,
      schemaVersion: schemaVersionOf('ImportFinished'),
      meta: { actor: { user: 'clerk', unit: null }, commandId: 'early' },
    },
  ]);
  const { imports } = (await get('/api/imports')) as { imports: unknown[] };
  const { import: opened } = await get('/api/imports/past/early');
  expect([...imports, opened].flatMap((one) => lacks(one, 'PastImport'))).toEqual([]);
  expect(opened).toMatchObject({
    rejected: [],
    held: [{ name: '轴承项目', reasons: [{}, { zh: 'no-longer-a-code' }] }],
  });
});
