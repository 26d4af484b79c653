import { memoryStore } from '#event-store';
import { schemaVersionOf, type Actor, type NewEvent } from '#domain';
import { TODAY } from '../../../../test/imports/imported.ts';
import { approveClosed, approvedIn } from './approvals.ts';
import { importFact, unreadableImports } from './finished.ts';
import { pastImport, pastImports, projectsOf, runsSoFar, streamOfImport, waitsForSecond } from './past-imports.ts';
import { rememberMapping, withRemembered } from './remembered.ts';
import { revertImport } from './revert.ts';

const CLERK: Actor = { user: 'clerk', unit: null };
const CHIEF: Actor = { user: 'chief', unit: null };
const ROW = { sheet: '台账', row: 3, code: 'A-1', name: '轴承项目', findings: ['period-closed'] };
const SHEET = { sheet: '台账', kind: 'projects', rows: { accepted: 1 } };
const ONE = '5f0a7c1e-6c0b-4b52-9b0b-7d1f6c1d2e90';
const BEGUN = { importId: ONE, file: '台账.xlsx', sha256: 'abc' };
const FINISHED = { ...BEGUN, sheets: [SHEET], held: [ROW], rejected: [] };

let ids = 0;
const event = (
  type: string,
  data: object,
  actor = CLERK,
  imported?: string,
  at = { sheet: '台账', row: 3 },
): NewEvent => ({
  id: `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
  event: { type, occurredOn: TODAY, data } as never,
  schemaVersion: schemaVersionOf(type as never),
  meta: {
    actor,
    commandId: `command ${ids}`,
    ...(imported === undefined ? {} : { imported: { importId: imported, ...at } }),
  },
});
/** A log of these facts, by stream. */
const logOf = async (streams: Readonly<Record<string, readonly NewEvent[]>>) => {
  let at = Date.parse('2026-11-25T01:00:00Z');
  const store = memoryStore(() => new Date((at += 1000)));
  for (const [stream, events] of Object.entries(streams))
    for (const one of events) await store.append(stream, 'any', [one]);
  return store;
};

describe('a record of an import is read, or told to be none that can be', () => {
  const is = (type: string, data: unknown) => importFact({ type, occurredOn: TODAY, data } as never) !== null;
  it.each([
    ['ImportBegun', BEGUN],
    ['ImportFinished', FINISHED],
    ['ImportFinished', { ...FINISHED, rejected: undefined }], // of before
    ['ImportFinished', { ...FINISHED, sheets: [], held: [{ ...ROW, code: null, name: null, findings: [] }] }],
    ['ClosedFactsApproved', { importId: ONE, rows: [{ sheet: '台账', row: 3 }] }],
    ['ImportReverted', { importId: ONE, reason: '导错了' }],
  ])('%s %j', (type, data) => expect(is(type, data)).toBe(true));
  it.each([
    ['ImportBegun', null],
    ['ImportBegun', 'one'],
    ['ImportBegun', { ...BEGUN, importId: 1 }],
    ['ImportBegun', { ...BEGUN, file: undefined }],
    ['ImportBegun', { ...BEGUN, sha256: null }],
    ['ImportFinished', { ...FINISHED, importId: 1 }],
    ['ImportFinished', { ...FINISHED, sheets: {} }],
    ['ImportFinished', { ...FINISHED, sheets: [SHEET, null] }],
    ['ImportFinished', { ...FINISHED, sheets: [SHEET, 'sheet'] }],
    ['ImportFinished', { ...FINISHED, sheets: [{ ...SHEET, sheet: 1 }] }],
    ['ImportFinished', { ...FINISHED, sheets: [{ ...SHEET, kind: 1 }] }],
    ['ImportFinished', { ...FINISHED, sheets: [{ ...SHEET, rows: 1 }] }],
    ['ImportFinished', { ...FINISHED, held: undefined }],
    ['ImportFinished', { ...FINISHED, held: [ROW, { ...ROW, sheet: 1 }] }],
    ['ImportFinished', { ...FINISHED, held: [{ ...ROW, row: '3' }] }],
    ['ImportFinished', { ...FINISHED, held: [{ ...ROW, code: 1 }] }],
    ['ImportFinished', { ...FINISHED, held: [{ ...ROW, name: undefined }] }],
    ['ImportFinished', { ...FINISHED, held: [{ ...ROW, findings: 'period-closed' }] }],
    ['ImportFinished', { ...FINISHED, held: [{ ...ROW, findings: ['period-closed', 1] }] }],
    ['ImportFinished', { ...FINISHED, rejected: [{ ...ROW, row: null }] }],
    ['ClosedFactsApproved', null],
    ['ClosedFactsApproved', { importId: 1, rows: [] }],
    ['ClosedFactsApproved', { importId: ONE }],
    ['ClosedFactsApproved', { importId: ONE, rows: [{ sheet: 1, row: 3 }] }],
    ['ClosedFactsApproved', { importId: ONE, rows: [{ sheet: '台账', row: '3' }] }],
    ['ImportReverted', null],
    ['ImportReverted', { importId: 1, reason: '导错了' }],
    ['ImportReverted', { importId: ONE }],
    ['MappingRemembered', { ...FINISHED, reason: '导错了' }],
  ])('%s %j cannot be', (type, data) => expect(is(type, data)).toBe(false));

  it('only those that cannot be read are told, of the streams of imports', async () => {
    const store = await logOf({
      'import-a': [event('ImportBegun', BEGUN), event('ImportFinished', { ...FINISHED, held: 1 })],
      'import-b': [event('MappingRemembered', {}), event('ImportReverted', { importId: ONE })],
      'project-a': [event('ImportBegun', {})],
    });
    expect((await unreadableImports(store)).map(({ stream, event: { type } }) => [stream, type])).toEqual([
      ['import-a', 'ImportFinished'],
      ['import-b', 'ImportReverted'],
    ]);
  });
});

describe('what an import is, as its stream tells', () => {
  const after = async (...events: readonly NewEvent[]) => pastImports(await logOf({ 'import-a': events }));
  const finished = event('ImportFinished', FINISHED);
  it('begun, and of its rows nothing told', async () =>
    expect(await after(event('ImportBegun', BEGUN))).toEqual([
      {
        ...{ id: ONE, file: '台账.xlsx', sha256: 'abc', at: '2026-11-25T01:00:01.000Z', by: CLERK, runs: 0 },
        ...{ sheets: [], held: [], rejected: [], state: 'begun', reason: null, waiting: 0, approved: null },
      },
    ]));
  it('finished, with what waits, each reason once', async () => {
    const twice = { ...ROW, findings: ['period-closed', 'period-closed', 'of-before'] };
    const [one] = await after(
      event('ImportBegun', BEGUN),
      event('ImportFinished', { ...FINISHED, held: [twice], rejected: undefined }),
    );
    expect(one).toMatchObject({ state: 'finished', runs: 1, waiting: 1, rejected: [], approved: null, reason: null });
    expect(one!.held[0]!.reasons).toEqual([
      { zh: expect.any(String) as string, en: expect.any(String) as string },
      { zh: 'of-before', en: 'of-before' },
    ]);
  });
  it('begun again, it is as it was finished; finished again, a run more', async () => {
    const [one] = await after(finished, event('ImportBegun', BEGUN));
    expect([one!.state, one!.runs]).toEqual(['finished', 1]);
    const [two] = await after(finished, event('ImportFinished', { ...FINISHED, held: [] }));
    expect([two!.runs, two!.waiting]).toEqual([2, 0]);
  });
  it('approved by a second person: nothing waits, until it is imported again', async () => {
    const approval = event('ClosedFactsApproved', { importId: ONE, rows: [{ sheet: '台账', row: 3 }] }, CHIEF);
    expect(await after(finished, approval)).toMatchObject([
      { state: 'finished', waiting: 0, approved: { by: CHIEF, at: '2026-11-25T01:00:02.000Z', rows: 1 } },
    ]);
    expect(await after(finished, approval, event('ImportFinished', FINISHED))).toMatchObject([
      { waiting: 1, approved: null, runs: 2 },
    ]);
  });
  it('taken back, with its reason', async () =>
    expect(await after(finished, event('ImportReverted', { importId: ONE, reason: '导错了' }))).toMatchObject([
      { state: 'reverted', reason: '导错了', runs: 1 },
    ]));
  it('of an import that is not known nothing is told, nor of a record that cannot be read', async () =>
    expect(
      await after(event('ImportReverted', { importId: 'two', reason: 'x' }), event('ImportBegun', { importId: 1 })),
    ).toEqual([]));
  it('the latest first, each by its name and in its stream', async () => {
    const two = { ...FINISHED, importId: 'two' };
    const store = await logOf({ 'import-a': [finished], 'import-b': [event('ImportFinished', two)] });
    expect((await pastImports(store)).map(({ id }) => id)).toEqual(['two', ONE]);
    expect((await pastImport(store, ONE))?.id).toBe(ONE);
    expect(await pastImport(store, 'three')).toBeNull();
    expect(await streamOfImport(store, 'two')).toBe('import-b');
    await expect(streamOfImport(store, 'three')).rejects.toMatchObject({ code: 'import-unknown' });
  });
  it('runs are counted since it was last taken back', async () => {
    const reverted = event('ImportReverted', { importId: ONE, reason: 'x' });
    const again = event('ImportFinished', FINISHED);
    const runs = async (...events: readonly NewEvent[]) =>
      runsSoFar(await (await logOf({ 'import-a': events })).readStream('import-a'));
    expect(await runs()).toEqual({ round: 0, hasBegun: false, reverts: 0 });
    expect(await runs(event('ImportBegun', BEGUN))).toEqual({ round: 0, hasBegun: true, reverts: 0 });
    expect(await runs(finished, reverted)).toEqual({ round: 0, hasBegun: false, reverts: 1 });
    expect(await runs(event('ImportBegun', BEGUN), finished, reverted, again)).toEqual({
      ...{ round: 1, hasBegun: true, reverts: 1 },
    });
  });
});

it.each([
  [['period-closed'], true],
  [['period-closed', 'comment'], true],
  [['period-closed', 'of-before'], true],
  [['period-closed', 'code-used'], false],
  [['code-used'], false],
  [[], false],
])('of %j a second person lets the row in: %s', (findings, waits) =>
  expect(waitsForSecond({ ...ROW, findings })).toBe(waits),
);

describe('a second person lets facts into closed months', () => {
  const approve = async (events: readonly NewEvent[], actor = CHIEF, importId = ONE) => {
    const store = await logOf({ 'import-a': events });
    const said = await approveClosed(store, { importId, actor, today: TODAY });
    return { said, log: await store.readStream('import-a') };
  };
  const held = [ROW, { ...ROW, row: 4, findings: ['code-used'] }, { ...ROW, row: 5 }];
  const finished = event('ImportFinished', { ...FINISHED, held });
  const approval = event('ClosedFactsApproved', { importId: ONE, rows: [{ sheet: '台账', row: 3 }] }, CHIEF);
  it('those rows that wait for nothing else', async () => {
    const { said, log } = await approve([finished]);
    expect([said, log.at(-1)!.event.data]).toEqual([
      { rows: 2 },
      {
        importId: ONE,
        rows: [
          { sheet: '台账', row: 3 },
          { sheet: '台账', row: 5 },
        ],
      },
    ]);
    const approved = approvedIn(log);
    expect([approved.any, approved.by(ROW), approved.by({ sheet: '台账', row: 4 })]).toEqual([true, 'chief', null]);
  });
  it('until the file is imported again', async () => {
    const log = await (
      await logOf({ 'import-a': [finished, approval, event('ImportFinished', FINISHED)] })
    ).readStream('import-a');
    expect([approvedIn(log).any, approvedIn(log).by(ROW)]).toEqual([false, null]);
  });
  it.each([
    ['import-unknown', [finished], CHIEF, 'two'],
    ['import-reverted', [finished, event('ImportReverted', { importId: ONE, reason: 'x' })], CHIEF, ONE],
    ['approved-by-importer', [finished], CLERK, ONE],
    ['nothing-to-approve', [event('ImportFinished', { ...FINISHED, held: [held[1]!] })], CHIEF, ONE],
    ['nothing-to-approve', [finished, approval], CHIEF, ONE],
  ])('%s', (code, events, actor, importId) => expect(approve(events, actor, importId)).rejects.toMatchObject({ code }));
});

describe('what an import wrote', () => {
  const recorded = (code: string, imported?: string) =>
    event('ProjectRecorded', { code, title: `项目${code}`, tags: [], extra: {} }, CLERK, imported);
  const store = () =>
    logOf({
      'import-a': [event('ImportFinished', FINISHED)],
      'project-1': [recorded('A-1', ONE), event('ProjectTagged', { add: ['重点'], remove: [] }, CLERK, ONE)],
      'project-2': [recorded('A-2'), event('ProjectTagged', { add: ['重点'], remove: [] }, CLERK, ONE)],
      'project-3': [recorded('A-3', 'two')],
      'project-4': [event('ProjectTagged', { add: ['重点'], remove: [] }, CLERK, ONE)],
    });
  it('project by project, those that it made and those that it wrote in', async () => {
    const rows = [{ sheet: '台账', row: 3 }];
    expect(await projectsOf(await store(), ONE)).toEqual([
      { id: '1', code: 'A-1', name: '项目A-1', created: true, events: 2, rows },
      { id: '2', code: 'A-2', name: '项目A-2', created: false, events: 1, rows },
    ]);
  });
  it('in the order of the file: by sheets, and by rows', async () => {
    const at = (id: string, sheet: string, row: number) =>
      event('ProjectRecorded', { code: id, title: id, tags: [], extra: {} }, CLERK, ONE, { sheet, row });
    const places = [
      ['a', '乙', 3],
      ['b', '甲', 12],
      ['c', '甲', 4],
      ['d', '乙', 2],
    ] as const;
    const log = await logOf(
      Object.fromEntries(places.map(([id, sheet, row]) => [`project-${id}`, [at(id, sheet, row)]])),
    );
    expect((await projectsOf(log, ONE)).map(({ id }) => id)).toEqual(['d', 'a', 'c', 'b']);
  });
  it('is taken back once, and every project is told', async () => {
    const log = await store();
    const request = { importId: ONE, reason: '导错了', today: TODAY, actor: CHIEF, closedMonths: new Set<string>() };
    const done: number[] = [];
    const { projects, voided, staying } = await revertImport(log, request, (count) => done.push(count));
    expect([projects, voided, staying.map(({ id, code }) => [id, code]), done]).toEqual([3, 3, [], [1, 2, 3]]);
    expect((await log.readStream('import-a')).at(-1)!.event.data).toMatchObject({ projects: 3, voided: 3, staying });
    const [own, other] = [await log.readStream('project-1'), await log.readStream('project-2')];
    expect([own, other].map((events) => events.map(({ event: { type } }) => type))).toEqual([
      ['ProjectRecorded', 'ProjectTagged', 'FactVoided', 'FactVoided'],
      ['ProjectRecorded', 'ProjectTagged', 'FactVoided'],
    ]);
    expect(own.at(-1)!.meta.actor).toEqual(CHIEF);
    await expect(revertImport(log, request)).rejects.toMatchObject({ code: 'import-reverted' });
    await expect(revertImport(log, { ...request, importId: 'none' })).rejects.toMatchObject({ code: 'import-unknown' });
  });
});

it('somebody may write in a project while it is taken back', async () => {
  const recorded = event('ProjectRecorded', { code: 'A-1', title: '轴承', tags: [], extra: {} }, CLERK, ONE);
  const log = await logOf({ 'import-a': [event('ImportFinished', FINISHED)], 'project-1': [recorded] });
  let between = 1;
  const busy: typeof log = {
    ...log,
    append: async (stream, ...rest) => {
      if (stream === 'project-1' && between-- > 0)
        await log.append(stream, 'any', [event('ProjectTagged', { add: ['重点'], remove: [] })]);
      return log.append(stream, ...rest);
    },
  };
  const request = { importId: ONE, reason: '导错了', today: TODAY, actor: CHIEF, closedMonths: new Set<string>() };
  const { projects, staying } = await revertImport(busy, request);
  expect([projects, staying.map(({ code }) => code), (await log.readStream('project-1')).length]).toEqual([
    1,
    ['A-1'],
    2,
  ]);
});

it('of what stands in a closed month nothing is taken back, and its projects stay', async () => {
  const recorded = event('ProjectRecorded', { code: 'A-1', title: '轴承', tags: [], extra: {} }, CLERK, ONE);
  const log = await logOf({ 'import-a': [event('ImportFinished', FINISHED)], 'project-1': [recorded] });
  const request = { importId: ONE, reason: '导错了', today: TODAY, actor: CHIEF };
  const { projects, voided, staying } = await revertImport(log, { ...request, closedMonths: new Set(['2026-11']) });
  expect([projects, voided, staying]).toEqual([1, 0, [{ id: '1', code: 'A-1', why: expect.any(String) as string }]]);
});

describe('a mapping is remembered by the look of its sheet', () => {
  const told = { actor: CLERK, today: TODAY };
  const sheets = [{ sheet: '台账', layout: 'look', headerRow: 1 }] as never;
  it('the latest holds, and what is given now comes before it', async () => {
    const store = memoryStore();
    const mapping = { sheets: { 台账: { unit: '亿元', headerRow: 2 } } } as never;
    expect(await rememberMapping(store, mapping, sheets, told)).toEqual(['look']);
    expect(await withRemembered(store, null)).toMatchObject({ layouts: { look: { unit: '亿元' } } });
    expect((await withRemembered(store, null)).layouts!['look']).not.toHaveProperty('headerRow');
    expect(await withRemembered(store, { layouts: { look: { unit: '万元' } } } as never)).toEqual({
      layouts: { look: { unit: '万元' } },
    });
  });
  it('nothing is where nothing was said of a sheet, or it has no look', async () => {
    const store = memoryStore();
    expect(await rememberMapping(store, {}, sheets, told)).toEqual([]);
    const lookless = [{ sheet: '台账', layout: null, headerRow: 1 }] as never;
    expect(await rememberMapping(store, { sheets: { 台账: { unit: '亿元' } } } as never, lookless, told)).toEqual([]);
    expect(await store.readStream('mapping-imports')).toEqual([]);
  });
});
