import { FreezeReport, readCommand, ReviseTarget, SetTarget, type TargetCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { giveDefinition } from '../definitions/give-definition.ts';
import { indicators } from '../numbers/indicators.ts';
import { IndicatorsQuery } from '../numbers/queries.ts';
import { OPERATOR } from '../operator.ts';
import { importOrganisation } from '../organisation/give-organisation.ts';
import { freeze, reproduce } from '../reports/freeze.ts';
import { restatements } from '../reports/restatements.ts';
import { giveTarget } from './give-target.ts';
import { showTargets, TargetsQuery } from './show-targets.ts';

let b: Bureau;
let key = 0;
const next = (): string => `t${(key += 1)}`;
const give = (command: TargetCommand) =>
  giveTarget(b.office, { caller: OPERATOR, command, key: next(), ifVersion: null });
const base = { metric: 'signed-amount', issuer: '市', year: 2023 };
const set = (more: object) => give(readCommand(SetTarget, { ...base, ...more }));
const revise = (more: object) => give(readCommand(ReviseTarget, { ...base, reason: '年中调整', ...more }));
const table = (more: object = {}) =>
  indicators(
    b.office,
    OPERATOR,
    readCommand(IndicatorsQuery, { period: '2023-H1', metric: ['signed-amount'], ...more }),
  );

beforeAll(async () => {
  b = await bureau();
  const units = [
    { row: 2, code: '01', name: '一局', kind: '招商机构' },
    { row: 3, code: '02', name: '二局', kind: '招商机构' },
  ];
  await importOrganisation(b.office, { caller: OPERATOR, key: next(), ifVersion: null }, units);
  await b.record('A', [
    e('ProjectRecorded', '2023-02-01', { code: 'A', title: 'A', unit: '一局' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('60.00'), landMode: 'lease' }),
  ]);
}, 600_000);
afterAll(() => b.close());

it('a target is set, stands provisional, and is revised with its reason; its whole history is told', async () => {
  await set({ unit: '一局', money: yuan('100.00'), provisional: true, basis: '市招商〔2023〕1号' });
  await set({ money: yuan('300.00') });
  await set({ unit: '02', money: yuan('150.00') });
  await expect(set({ unit: '01', money: yuan('120.00') })).rejects.toMatchObject({ code: 'target-exists' });
  await revise({ unit: '01', money: yuan('120.00') });
  const { targets } = await showTargets(b.office, { year: 2023, unit: '01' });
  expect(targets).toMatchObject([{ unit: { code: '01', name: '一局' }, value: yuan('120.00'), provisional: false }]);
  expect(targets[0]!.history).toMatchObject([
    {
      type: 'TargetSet',
      value: yuan('100.00'),
      provisional: true,
      basis: '市招商〔2023〕1号',
      by: { user: 'luodi-cli' },
    },
    { type: 'TargetRevised', value: yuan('120.00'), reason: '年中调整' },
  ]);
});

it('progress is measured against it at once, and the parent stands beside the sum of its units', async () => {
  const { rows, total, targets } = await table();
  const figure = rows.find(({ key: code }) => code === '01')!.figures['signed-amount']!;
  expect(figure).toMatchObject({ target: yuan('120.00'), progress: { percent: '50.00' }, shortfall: null, rank: 1 });
  expect(total.figures['signed-amount']).toMatchObject({ progress: { percent: '20.00' }, shortfall: '30.00' });
  expect(targets).toMatchObject([{ issuer: '市', parent: yuan('300.00'), sumOfChildren: yuan('270.00') }]);
});

it('a unit that only ledgers know, by name, is set a target under that name; one that nobody wrote is refused', async () => {
  await b.record('W', [
    e('ProjectRecorded', '2023-02-01', { code: 'W', title: 'W', unit: '沿河合作社' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('5.00'), landMode: 'lease' }),
  ]);
  await b.office.projects.catchUp();
  await set({ issuer: '县', unit: '沿河合作社', money: yuan('10.00') });
  const { rows } = await table({ issuer: '县' });
  const found = rows.find(({ key: name }) => name === '沿河合作社');
  expect(found?.unit).toEqual({ code: null, name: '沿河合作社' });
  expect(found?.figures['signed-amount']).toMatchObject({ target: yuan('10.00'), progress: { percent: '50.00' } });
  await expect(set({ unit: '沿河合作会', money: yuan('10.00') })).rejects.toMatchObject({ code: 'unit-unknown' });
});

it('a revision holds from its day on: the table of a past day, and the targets shown for it, keep what stood then', async () => {
  const at = { metric: 'signed', issuer: '省', unit: '01' };
  await set({ ...at, count: 10, occurredOn: '2023-01-10' });
  await revise({ ...at, count: 12, occurredOn: '2023-05-20' });
  const targetOn = async (asOf: string) => {
    const { rows } = await table({ metric: ['signed'], issuer: '省', asOf });
    const [shown] = (await showTargets(b.office, readCommand(TargetsQuery, { year: 2023, metric: 'signed', asOf })))
      .targets;
    return [
      rows.find(({ key: code }) => code === '01')!.figures['signed']!.target,
      shown!.value,
      shown!.history.length,
    ];
  };
  expect(await targetOn('2023-05-19')).toEqual(['10', '10', 1]);
  expect(await targetOn('2023-05-20')).toEqual(['12', '12', 2]);
  const known = await showTargets(b.office, { year: 2023, metric: 'signed', asKnown: '2020-01-01T00:00:00Z' });
  expect(known.targets).toEqual([]);
});

it('an issue keeps the targets that it was printed with, whatever is revised later for a day before it', async () => {
  const body = readCommand(FreezeReport, { period: '2023-H1', number: '1号', format: 'json' });
  const issue = await freeze(b.office, { caller: OPERATOR, key: next(), report: 'ranking', body });
  const printed = issue.figures.find(({ key: named }) => named === 'signed-amount.progress@一局');
  expect(printed).toMatchObject({ printed: '50.00%' });
  await revise({ unit: '01', money: yuan('240.00'), occurredOn: '2023-02-01' });
  expect(await reproduce(b.office, OPERATOR, '1号')).toMatchObject({ same: true });
  const { rows } = await restatements(b.office, OPERATOR, null);
  expect(rows.find(({ figure }) => figure === printed!.key)).toMatchObject({ printed: '50.00%', now: '25.00%' });
  await revise({ unit: '01', money: yuan('120.00'), occurredOn: '2023-02-01' });
});

it('a sub-line of a park is part of its unit’s target and is not added again', async () => {
  await set({ issuer: '区', money: yuan('90.00') });
  await set({ unit: '02', issuer: '区', money: yuan('80.00') });
  await set({ unit: '01', issuer: '区', within: '二局', money: yuan('30.00') });
  const { targets } = await table({ issuer: '区' });
  expect(targets.find(({ issuer }) => issuer === '区')).toMatchObject({
    parent: yuan('90.00'),
    sumOfChildren: yuan('80.00'),
  });
});

it('names what there is: a unit, a metric and a definition', async () => {
  await expect(set({ unit: '三局', money: yuan('1.00') })).rejects.toMatchObject({ code: 'unit-unknown' });
  await expect(set({ metric: 'dreams', count: 3 })).rejects.toMatchObject({ code: 'metric-unknown' });
  await expect(set({ definition: 'city', money: yuan('1.00') })).rejects.toMatchObject({ code: 'definition-unknown' });
});

it('is measured by the definition for which it was set, as that one expects progress over the year', async () => {
  const curve = ['1', '2', '3', '5', '8', '10', '20', '30', '50', '70', '90', '100'];
  await giveDefinition(b.office, {
    caller: OPERATOR,
    body: { type: 'PublishDefinition', definition: { name: 'city', curve } },
    key: next(),
    ifVersion: null,
  });
  await set({ definition: 'city', unit: '01', money: yuan('600.00') });
  const { rows, timeProportional } = await table({ definition: 'city' });
  expect(timeProportional.percent).toBe('10.00');
  expect(rows.find(({ key: code }) => code === '01')!.figures['signed-amount']).toMatchObject({
    target: yuan('600.00'),
    progress: { percent: '10.00' },
    shortfall: null,
  });
  expect((await table()).rows.find(({ key: code }) => code === '01')!.figures['signed-amount']!.target).toEqual(
    yuan('120.00'),
  );
});
