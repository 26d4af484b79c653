import { isoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import type { PersonId } from '../person.ts';
import { ORGANISATION_COMMANDS, type OrganisationCommand, type OrganisationCommandType } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { foldOrganisation } from './organisation.ts';

const today = isoDate('2026-03-02');
const fact = (type: OrganisationEvent['type'], data: unknown) =>
  ({ type, occurredOn: today, data }) as OrganisationEvent;
const people = new Map([['limei' as PersonId, '李梅']]);
const decided = (past: readonly OrganisationEvent[], type: OrganisationCommandType, body: object) =>
  decideOrganisation(
    readCommand<object>(ORGANISATION_COMMANDS[type], body) as OrganisationCommand,
    foldOrganisation(past),
    today,
    people,
  );
const refused = (code: string, ...given: Parameters<typeof decided>) =>
  expect(() => decided(...given)).toThrow(expect.objectContaining({ code }));

const unit = { code: '01', name: '招商局', kind: '招商机构' };
const bureau = fact('UnitAdded', { ...unit, parent: null });
const group = fact('UnitAdded', { code: '0101', name: '一组', kind: '分组', parent: '01' });
const tree = [bureau, group];
const closed = fact('UnitClosed', { code: '0101' });
const wang = { unit: '0101', role: 'head', person: '王强', account: 'wang' };
const appointed = fact('PersonAppointed', wang);
const leave = { person: '赵', from: '2026-02-02', until: '2026-02-09' };

it('a unit said again is nothing new; said otherwise, or once it is closed, it is refused', () => {
  expect(decided([bureau], 'AddUnit', unit)).toEqual([]);
  for (const other of [{ name: '商务局' }, { kind: '专班' }])
    refused('unit-exists', [bureau], 'AddUnit', { ...unit, ...other });
  const child = { code: '0101', name: '一组', kind: '分组' };
  refused('unit-exists', tree, 'AddUnit', child);
  refused('unit-exists', [...tree, closed], 'AddUnit', { ...child, parent: '01' });
});
it('a unit without a kind has none, and spaces around its code and name are none of it', () =>
  expect(decided([], 'AddUnit', { code: ' 01 ', name: ' 招商局 ' })).toEqual([
    fact('UnitAdded', { code: '01', name: '招商局', kind: '', parent: null }),
  ]));

it('a change that changes nothing is none', () => {
  expect(decided(tree, 'RenameUnit', { code: '0101', name: ' 一组 ' })).toEqual([]);
  expect(decided(tree, 'MoveUnit', { code: '0101', parent: '01' })).toEqual([]);
  expect(decided(tree, 'MoveUnit', { code: '01' })).toEqual([]);
  expect(decided(tree, 'ReclassifyUnit', { code: '0101', kind: '分组' })).toEqual([]);
  expect(decided([...tree, closed], 'CloseUnit', { code: '0101' })).toEqual([]);
});
it('a closing that was a mistake is taken back since its day, and who was appointed there is again', () => {
  const past = { ...closed, occurredOn: isoDate('2026-01-15') };
  const back = { ...fact('UnitReopened', { code: '0101', reason: '误撤' }), occurredOn: past.occurredOn };
  expect(decided([...tree, appointed, past], 'ReopenUnit', { code: '0101', reason: '误撤' })).toEqual([back]);
  const again = foldOrganisation([...tree, appointed, past, back]);
  expect(again).toEqual(foldOrganisation([...tree, appointed]));
  expect(decided(tree, 'ReopenUnit', { code: '0101', reason: '误撤' })).toEqual([]);
});
it('a unit is moved below another one, not below itself, and is reclassified', () => {
  const other = fact('UnitAdded', { code: '02', name: '商务局', kind: '', parent: null });
  expect(decided([...tree, other], 'MoveUnit', { code: '0101', parent: '02' })).toEqual([
    fact('UnitMoved', { code: '0101', from: '01', to: '02' }),
  ]);
  refused('parent-cycle', tree, 'MoveUnit', { code: '0101', parent: '0101' });
  expect(decided(tree, 'ReclassifyUnit', { code: '0101', kind: '专班' })).toEqual([
    fact('UnitReclassified', { code: '0101', from: '分组', to: '专班' }),
  ]);
});
it('nothing is done below or with a unit that is closed or is not there', () => {
  refused('parent-unknown', [...tree, closed], 'AddUnit', { code: '02', name: '二组', parent: '0101' });
  refused('unit-closed', [...tree, closed], 'AppointPerson', wang);
  refused('unit-closed', [...tree, closed], 'ReclassifyUnit', { code: '0101', kind: '专班' });
  refused('unit-unknown', tree, 'CloseUnit', { code: '09' });
  refused('unit-unknown', tree, 'ReleasePerson', { ...wang, unit: '09' });
});
it('a unit is closed once those below it are, with a reason or without', () => {
  refused('unit-has-units', tree, 'CloseUnit', { code: '01' });
  expect(decided([...tree, closed], 'CloseUnit', { code: '01' })).toEqual([fact('UnitClosed', { code: '01' })]);
  expect(decided(tree, 'CloseUnit', { code: '0101', reason: '合并' })).toEqual([
    fact('UnitClosed', { code: '0101', reason: '合并' }),
  ]);
});

it('an appointment said again is nothing new; another name or an account that was not known is', () => {
  expect(decided([...tree, appointed], 'AppointPerson', wang)).toEqual([]);
  for (const other of [
    { ...wang, person: '王大强' },
    { ...wang, account: 'wang2' },
    { ...wang, role: 'deputy' },
  ])
    expect(decided([...tree, appointed], 'AppointPerson', other)).toEqual([fact('PersonAppointed', other)]);
  const { account: _account, ...named } = wang;
  expect(decided([...tree, fact('PersonAppointed', named)], 'AppointPerson', wang)).toEqual([appointed]);
  expect(decided([...tree, fact('PersonAppointed', named)], 'AppointPerson', named)).toEqual([]);
  expect(decided(tree, 'AppointPerson', named)[0]!.data).not.toHaveProperty('account');
});

describe('a leave', () => {
  const told = (more: object = {}) => fact('LeaveRecorded', { ...leave, ...more });
  it('may be of one day, and said again is nothing new', () => {
    const day = { ...leave, until: leave.from };
    expect(decided(tree, 'RecordLeave', day)).toEqual([fact('LeaveRecorded', day)]);
    expect(decided([...tree, told()], 'RecordLeave', leave)).toEqual([]);
    expect(decided([...tree, told({ deputy: '钱' })], 'RecordLeave', { ...leave, deputy: '钱' })).toEqual([]);
  });
  it('of another person, another span or with another deputy is another one', () => {
    for (const other of [{ person: '孙' }, { from: '2026-02-03' }, { until: '2026-02-10' }, { deputy: '钱' }])
      expect(decided([...tree, told()], 'RecordLeave', { ...leave, ...other })).toEqual([told(other)]);
    expect(decided([...tree, told({ deputy: '钱' })], 'RecordLeave', leave)).toEqual([told()]);
  });
  it('names by their id who bears the name alone; whoever has none is kept as written, and two must be told apart', () => {
    const as = (account?: string, person = '赵') =>
      fact(
        'PersonAppointed',
        account === undefined
          ? { unit: '0101', role: 'liaison', person }
          : { unit: '0101', role: 'liaison', person, account },
      );
    const person = (past: readonly OrganisationEvent[], written = '赵') =>
      decided([...tree, ...past], 'RecordLeave', { ...leave, person: written })[0]!.data;
    expect(person([as('zhao'), as('qian', '钱')])).toMatchObject({ person: { id: 'zhao', name: '赵' } });
    expect(person([as(), as('qian', '钱')])).toMatchObject({ person: '赵' });
    expect(person([as('zhao')], '@limei')).toMatchObject({ person: { id: 'limei', name: '李梅' } });
    refused('person-ambiguous', [...tree, as('zhao'), as('zhao2')], 'RecordLeave', leave);
    refused('person-ambiguous', [...tree, as('zhao'), as('zhao2')], 'RecordLeave', {
      ...leave,
      person: '孙',
      deputy: '赵',
    });
  });
});
