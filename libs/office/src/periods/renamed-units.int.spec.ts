import {
  ClosePeriod,
  FreezeReport,
  ORGANISATION_COMMANDS,
  PublishTemplate,
  readCommand,
  type OrganisationCommand,
  type OrganisationCommandType,
} from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { OPERATOR } from '../operator.ts';
import { giveOrganisation } from '../organisation/give-organisation.ts';
import { freeze } from '../reports/freeze.ts';
import { restatements } from '../reports/restatements.ts';
import { giveTemplate } from '../reports/templates.ts';
import { givePeriod } from './give-period.ts';
import { restatement } from './restatement.ts';

let b: Bureau;
let keys = 0;
const given = () => ({ caller: OPERATOR, key: String((keys += 1)), ifVersion: null });
const change = async (type: OrganisationCommandType, body: object): Promise<void> => {
  await giveOrganisation(b.office, {
    ...given(),
    body: readCommand(ORGANISATION_COMMANDS[type] as new () => OrganisationCommand, body),
  });
};
const signed = (code: string, unit: string, amount = '100.00') =>
  b.record(code, [
    e('ProjectRecorded', '2025-05-05', { code, title: code, unit }),
    e('ContractSigned', '2025-06-01', { contracted: yuan(amount) }),
  ]);

/** June 2025 closed, and printed under a number; then both units are told otherwise, since before June, and one more contract of June comes to light. */
beforeAll(async () => {
  b = await bureau();
  await change('AddUnit', { code: 'B', name: '招商局', occurredOn: '2025-01-01' });
  await change('AddUnit', { code: 'X', name: '经信局', parent: 'B', occurredOn: '2025-01-01' });
  await signed('by-name', '经信局');
  await signed('by-code', 'X');
  await signed('not-in-the-tree', '园区办');
  await givePeriod(b.office, { ...given(), command: readCommand(ClosePeriod, { month: '2025-06' }) });
  const text = '# 排名\n签约{signed}个。\n@ranking signed signed-amount';
  await giveTemplate(b.office, { ...given(), report: 'ranking', body: readCommand(PublishTemplate, { text }) });
  const body = readCommand(FreezeReport, { period: '2025-06', number: '1号' });
  await freeze(b.office, { ...given(), report: 'ranking', body });
  await change('RenameUnit', { code: 'X', name: '工信局', occurredOn: '2025-05-01' });
  await change('AddUnit', { code: 'Y', name: '园区办', parent: 'B', occurredOn: '2025-05-01' });
}, 600_000);
afterAll(() => b.close());

const reprinted = async () =>
  (await restatements(b.office, OPERATOR, null)).rows.map(({ figure, printed, now }) => [figure, printed, now]);
const restated = async (metric: string) =>
  (await restatement(b.office, OPERATOR, '2025-06')).rows
    .filter((row) => row.metric === metric)
    .map(({ key, unit, printed, now }) => [key, unit?.name, printed, now]);

it('a unit that is told by another name, or of which the tree is told later, restates nothing', async () => {
  expect(await reprinted()).toEqual([]);
  expect(await restated('signed')).toEqual([]);
});

it('what is otherwise of such a unit is told by the name that was printed, beside what it is now', async () => {
  await signed('late', '工信局', '50.00');
  await signed('late-too', 'Y', '50.00');
  const { rows } = await restatements(b.office, OPERATOR, null);
  const of = (figure: string) => rows.find((row) => row.figure === figure);
  expect(of('signed.value@经信局')).toMatchObject({
    printed: '2',
    now: '3',
    because: [{ project: { code: 'late' } }, {}],
  });
  expect(of('signed.value@园区办')).toMatchObject({
    printed: '1',
    now: '2',
    because: [{ project: { code: 'late-too' } }, {}],
  });
  expect(of('signed.value')).toMatchObject({ printed: '3', now: '5' });
  expect(rows.filter(({ now, because }) => now === null || because.length === 0)).toEqual([]);
  expect(await restated('signed')).toEqual([
    [null, undefined, '3', '5'],
    ['X', '经信局', '2', '3'],
    ['园区办', '园区办', '1', '2'],
  ]);
});
