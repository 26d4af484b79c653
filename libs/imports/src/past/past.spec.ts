import type { RecordedEvent } from '#domain';
import { pastImports, projectsOf } from './past-imports.ts';
import type { ImportDecision } from '../judge/decisions.ts';
import type { SavedMapping } from '../columns/saved.ts';
import { bureau, clerk as actor, projectsIn } from '../../../../test/imports/bureau.ts';
import { TODAY as today } from '../../../../test/imports/imported.ts';
import { rememberMapping } from './remembered.ts';
import { revertImport } from './revert.ts';

const HEAD = '项目编号,项目名称,投资方,签约日期,合同额（万元）,责任单位,下一步\n';
const ONE = 'A-1,轴承项目,甲公司,2023-03-15,5000,一科,';
const TWO = 'A-2,仓储项目,乙公司,2023-03-16,6000,一科,';

describe('an import taken back', () => {
  it('leaves nothing standing of what it wrote, keeps the history, and lets the file come again', async () => {
    const { store, give, live } = bureau();
    const { importId } = await give(HEAD + ONE);
    await revertImport(store, { importId, reason: '导错了文件', today, actor, closedMonths: new Set() });
    expect(await live()).toEqual([]);
    expect((await projectsIn(store)).size).toBe(1); // the history is there
    expect((await pastImports(store)).map(({ state, reason }) => [state, reason])).toEqual([
      ['reverted', '导错了文件'],
    ]);
    await expect(
      revertImport(store, { importId, reason: 'again', today, actor, closedMonths: new Set() }),
    ).rejects.toMatchObject({
      code: 'import-reverted',
    });
    const again = await give(HEAD + ONE);
    expect([again.repeatOf, again.sheets[0]!.rows.accepted]).toEqual([null, 1]);
    expect((await live()).map(({ phase }) => phase)).toEqual(['signing']);
  });
  it('leaves a project standing of which others have recorded facts since', async () => {
    const { store, give, live } = bureau();
    const { importId } = await give(HEAD + ONE);
    await give('项目编号,进展日期,进展情况\nA-1,2023-05-01,已供地\n');
    const { staying } = await revertImport(store, { importId, reason: 'x', today, actor, closedMonths: new Set() });
    expect(staying.map(({ code }) => code)).toEqual(['A-1']);
    expect((await live()).map((one) => one.phase)).toEqual(['negotiation']);
  });
  it('leaves a project alone of which a record cannot be read, says so, and takes the others back', async () => {
    const { store, give } = bureau();
    const { importId } = await give(`${HEAD}${ONE}\n${TWO}\n`);
    const recorded = async (): Promise<readonly (readonly RecordedEvent[])[]> => {
      const all: (readonly RecordedEvent[])[] = [];
      for await (const events of store.readByStream('project-', await store.head())) all.push(events);
      return all;
    };
    const codeOf = ([first]: readonly RecordedEvent[]): unknown => (first!.event.data as { code?: unknown }).code;
    const [{ stream }] = (await recorded()).find((events) => codeOf(events) === 'A-1') as [RecordedEvent];
    const event = { type: 'ProjectTagged', occurredOn: today, data: { add: 3, remove: null } } as never;
    const meta = { actor, commandId: 'of an older release' };
    await store.append(stream, 'any', [{ id: 'bad', event, schemaVersion: 1, meta }]);
    const { staying, projects } = await revertImport(store, {
      importId,
      reason: '导错了文件',
      today,
      actor,
      closedMonths: new Set(),
    });
    expect([projects, staying.map(({ code }) => code)]).toEqual([2, ['A-1']]);
    expect(staying[0]!.why).toContain('无法读取');
    const voided = (await recorded()).filter((events) => events.some(({ event }) => event.type === 'FactVoided'));
    expect(voided.map(codeOf)).toEqual(['A-2']);
  });
  it('tells which rows came back or wait, and why', async () => {
    const { store, give } = bureau();
    await give(`${HEAD}${ONE}\nA-3,冷链项目,丙公司,2023-03-15,五千万,一科,\nA-1,另一项目,乙公司,2023-03-15,50,一科,\n`);
    const [past] = await pastImports(store);
    expect(past!.rejected).toEqual([
      {
        sheet: expect.any(String) as string,
        row: 3,
        code: 'A-3',
        name: '冷链项目',
        findings: ['amount-in-words'],
        reasons: [{ zh: '金额不是可以准确记录的数字。', en: expect.any(String) as string }],
      },
    ]);
    expect(past!.held.map(({ row, findings }) => [row, findings])).toEqual([[4, ['code-used']]]);
  });
  it('tells what it wrote, in the order of the file', async () => {
    const { store, give } = bureau();
    const { importId } = await give(`${HEAD}${TWO}\n${ONE}`);
    expect(await projectsOf(store, importId)).toMatchObject([
      { code: 'A-2', name: '仓储项目', created: true, events: 2 },
      { code: 'A-1', name: '轴承项目', created: true, events: 2 },
    ]);
  });
});

describe('the same ledger a month later', () => {
  it('changes nothing where nothing changed, whatever the order of its rows', async () => {
    const { give, live } = bureau();
    await give(`${HEAD}${ONE}\n${TWO}\n`);
    const { rows } = (await give(`${HEAD}${TWO}\n${ONE}\n`)).sheets[0]!;
    expect([rows.unchanged, rows.accepted, (await live()).length]).toEqual([2, 0, 2]);
  });
  it('shows what changed, old and new, and waits; a decision makes corrections of it', async () => {
    const { store, give } = bureau();
    await give(HEAD + ONE);
    const later = HEAD + 'A-1,轴承项目二期,甲公司,2023-03-15,5600,一科,';
    const report = await give(later);
    expect(report.rows[0]).toMatchObject({ verdict: 'held' });
    expect(report.rows[0]!.findings.map(({ field, message }) => [field, message.zh])).toEqual([
      ['name', expect.stringContaining('轴承项目 → 轴承项目二期')],
      ['contracted', expect.stringContaining('50000000.00 CNY → 56000000.00 CNY')],
    ]);
    expect(report.rows[0]!.changes).toEqual([
      { field: 'name', cell: 'B2', from: '轴承项目', to: '轴承项目二期' },
      { field: 'contracted', cell: 'E2', from: '50000000.00 CNY', to: '56000000.00 CNY' },
    ]);
    const { sheet, row } = report.rows[0]!;
    await give(later, { decisions: [{ sheet, row, decision: 'same' }], name: report.file });
    const [project] = [...(await projectsIn(store)).values()];
    expect(project).toMatchObject({ title: '轴承项目二期', contract: { contracted: { amount: '56000000.00' } } });
  });
  it('a column without a field that says something else is told, old and new', async () => {
    const { give } = bureau();
    const head = '项目编号,项目名称,签约日期,合同额（万元）,存在问题\n';
    await give(`${head}A-1,轴承项目,2023-03-15,5000,用地\n`);
    expect((await give(`${head}A-1,轴承项目,2023-03-15,5000,用地\n\n`)).rows).toEqual([]);
    const { rows } = await give(`${head}A-1,轴承项目,2023-03-15,5000,用电\n`);
    expect(rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      ['warn', [{ field: null, cell: null, from: '用地', to: '用电' }]],
    ]);
  });
  it('a project renamed keeps its identity by its national code or its contract number', async () => {
    const { give, live } = bureau();
    const head = '项目名称,投资方,签约日期,合同额（万元）,合同编号\n';
    await give(`${head}轴承项目,甲公司,2023-03-15,5000,HT-1\n`);
    const renamed = `${head}精密轴承基地,甲公司,2023-03-15,5000,HT-1\n`;
    const { rows } = await give(renamed, { name: 'renamed.csv' });
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([
      ['held', 'contract-number-used'],
    ]);
    const { sheet, row } = rows[0]!;
    await give(renamed, { name: 'renamed.csv', decisions: [{ sheet, row, decision: 'same' }] });
    expect((await live()).map(({ title }) => title)).toEqual(['精密轴承基地']);
  });
  it('a project renamed keeps its identity by its national code alone', async () => {
    const { give, live } = bureau();
    const head = '项目名称,投资方,签约日期,合同额（万元）,国家项目代码\n';
    await give(`${head}轴承项目,甲公司,2023-03-15,5000,2303-500114-04-01-123456\n`);
    const renamed = `${head}精密基地,甲公司,2023-03-15,5000,2303-500114-04-01-123456\n`;
    const { rows } = await give(renamed, { name: 'national.csv' });
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([['held', 'national-code-used']]);
    const { sheet, row } = rows[0]!;
    await give(renamed, { name: 'national.csv', decisions: [{ sheet, row, decision: 'same' }] });
    expect((await live()).map(({ title }) => title)).toEqual(['精密基地']);
  });
  it('a list that tells the name and not the party of a known project waits, unless its own number tells them apart', async () => {
    const { give, live } = bureau();
    await give(HEAD + ONE);
    const nameless = '项目名称,签约日期,合同额（万元）,进展情况\n轴承项目,2023-03-15,5000,已供地\n';
    const { rows } = await give(nameless, { name: 'nameless.csv' });
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([['held', 'same-project']]);
    const { sheet, row } = rows[0]!;
    await give(nameless, { name: 'nameless.csv', decisions: [{ sheet, row, decision: 'same' }] });
    expect((await live()).map(({ progress }) => progress?.text)).toEqual(['已供地']);
    await give('项目编号,项目名称,签约日期,合同额（万元）\nA-9,轴承项目,2023-03-15,900\n');
    expect(await live()).toHaveLength(2);
  });
  it('adds new facts and new projects', async () => {
    const { give, live } = bureau();
    await give('项目编号,项目名称,签约日期,合同额（万元）,认定开工时间\nA-1,轴承项目,2023-03-15,5000,\n');
    const { sheets } = await give(
      '项目编号,项目名称,签约日期,合同额（万元）,认定开工时间\nA-1,轴承项目,2023-03-15,5000,2023-06-01\nA-3,新项目,2023-05-01,70,\n',
    );
    expect([sheets[0]!.rows.accepted, (await live()).map(({ phase }) => phase).sort()]).toEqual([
      2,
      ['signing', 'start'],
    ]);
  });
  it('a lead that comes again after it was dropped is a new one that names the old', async () => {
    const { give, live } = bureau();
    await give('线索名称,意向投资方,接收日期,放弃日期\n储能线索,甲公司,2023-01-05,2023-03-01\n');
    const { rows } = await give('线索名称,意向投资方,接收日期\n储能线索,甲公司,2024-02-01\n');
    expect([rows[0]!.findings.map(({ code }) => code), (await live()).map(({ phase }) => phase).sort()]).toEqual([
      ['comes-again'],
      ['dropped', 'lead'],
    ]);
  });
});

describe('a person decides', () => {
  const twins = `${HEAD}${ONE}\nA-9,轴承项目,甲公司,2023-03-15,5000,一科,\n`;
  const decide = async (decision: ImportDecision['decision']) => {
    const { give, live } = bureau();
    const { rows, groups } = await give(twins, { name: `twins-${decision}.csv` });
    expect([rows[0]!.verdict, groups[0]!.offers]).toEqual(['held', ['same', 'new', 'reject']]);
    const { sheet, row } = rows[0]!;
    const report = await give(twins, { name: `twins-${decision}.csv`, decisions: [{ sheet, row, decision }] });
    return { report, count: (await live()).length };
  };
  it('beside what it resembles: the earlier row, or the project that is stored', async () => {
    const { give } = bureau();
    const inFile = (await give(twins, { dryRun: true })).rows[0]!;
    expect([inFile.shows.name, inFile.findings[0]!.resembles]).toMatchObject([
      '轴承项目',
      { project: null, row: 2, shows: { code: 'A-1', contracted: '5000' } },
    ]);
    await give(HEAD + ONE);
    const stored = (await give(`${HEAD}A-9,轴承项目,甲公司,2023-03-15,5000,一科,\n`)).rows[0]!;
    expect(stored.findings.find(({ resembles }) => resembles?.project != null)!.resembles).toMatchObject({
      row: null,
      shows: { code: 'A-1', name: '轴承项目', investor: '甲公司' },
    });
  });
  it('by the first texts of each column, understood or not', async () => {
    const { give } = bureau();
    const { sheets } = await give(
      `${HEAD.trim()},甲列\n${ONE},说明一\nA-2,仓储项目,乙公司,2023-03-16,60,一科,,说明二\n`,
      {
        dryRun: true,
      },
    );
    expect(sheets[0]!.mapping.find(({ field }) => field === 'name')!.samples).toEqual(['轴承项目', '仓储项目']);
    expect(sheets[0]!.others).toMatchObject([{ header: '甲列', samples: ['说明一', '说明二'] }]);
    const { unread } = await give('甲列,乙列,丙列\n轴承项目,2023-03-15,5000\n', { dryRun: true });
    expect(unread).toMatchObject([
      { headerRow: 1, columns: [{ column: 'A', header: '甲列', samples: ['轴承项目'] }, {}, {}] },
    ]);
  });
  it('that a row is a project of its own', async () => expect((await decide('new')).count).toBe(2));
  it('that it is the project known already', async () => expect((await decide('same')).count).toBe(1));
  it('that it waits on', async () => expect((await decide('later')).report.rows[0]!.verdict).toBe('held'));
  it('that it is never to be imported', async () =>
    expect((await decide('reject')).report.rows[0]!.findings.map(({ code }) => code)).toContain('decided-against'));
  it('what a column is, and next month’s file of the same headers is read alike', async () => {
    const { store, give, live } = bureau();
    const first = '甲列,乙列,丙列\n轴承项目,2023-03-15,5000\n';
    expect((await give(first)).unread).toMatchObject([{ rows: 1, headers: ['甲列', '乙列', '丙列'] }]);
    const mapping: SavedMapping = {
      kind: 'projects',
      unit: '亿元',
      columns: { 甲列: 'name', B: 'signedOn', 丙列: 'contracted' },
    };
    const { sheets } = await give(first, { mapping });
    expect(sheets[0]!.mapping.map(({ field, unit, because }) => [field, unit, because[0]])).toEqual([
      ['name', null, 'saved'],
      ['signedOn', null, 'saved'],
      ['contracted', '亿元', 'saved'],
    ]);
    await rememberMapping(store, mapping, sheets, { actor, today });
    await give('甲列,乙列,丙列\n仓储项目,2023-04-15,6\n');
    expect((await live()).map(({ phase }) => phase)).toEqual(['signing', 'signing']);
  });
  it('in which unit an amount is, whatever its header names; what was remembered before stays', async () => {
    const { store, give } = bureau();
    const lines = '甲列,签约日期,合同额（万元）\n轴承项目,2023-03-15,5\n';
    const first: SavedMapping = { columns: { 甲列: 'name' } };
    await rememberMapping(store, first, (await give(lines, { dryRun: true, mapping: first })).sheets, { actor, today });
    const second: SavedMapping = { units: { '合同额（万元）': '亿元' } };
    await rememberMapping(store, second, (await give(lines, { dryRun: true, mapping: second })).sheets, {
      actor,
      today,
    });
    const { sheets } = await give(lines, { dryRun: true });
    expect(sheets[0]!.mapping.map(({ field, unit, unitFrom }) => [field, unit, unitFrom])).toEqual([
      ['name', null, null],
      ['signedOn', null, null],
      ['contracted', '亿元', 'saved'],
    ]);
  });
  it('and a mapping to a field that does not exist is refused by name', async () =>
    expect(bureau().give(HEAD + ONE, { mapping: { columns: { 项目名称: 'titel' } } })).rejects.toMatchObject({
      code: 'mapping-field-unknown',
    }));
});
