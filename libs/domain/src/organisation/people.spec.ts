import { isoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import type { PersonId } from '../person.ts';
import { ORGANISATION_COMMANDS, type OrganisationCommand, type OrganisationCommandType } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { foldOrganisation, peopleOf, standIn } from './organisation.ts';

const today = isoDate('2026-03-02');
const fact = <T extends OrganisationEvent['type']>(type: T, data: unknown): OrganisationEvent =>
  ({ type, occurredOn: today, data }) as OrganisationEvent;
const bureau = fact('UnitAdded', { code: '01', name: '招商局', kind: '招商机构', parent: null });
const group = fact('UnitAdded', { code: '0101', name: '一组', kind: '分组', parent: '01' });
const people = new Map([['limei' as PersonId, '李梅']]);
const given = (past: readonly OrganisationEvent[]) => ({
  when: (type: OrganisationCommandType, body: object) => ({
    then: (events: readonly OrganisationEvent[]) => {
      const command = readCommand<object>(ORGANISATION_COMMANDS[type], body) as OrganisationCommand;
      expect(decideOrganisation(command, foldOrganisation(past), today, people)).toEqual(events);
    },
  }),
});

it('tells two people of one name apart by their accounts', () => {
  const appointed = (account: string) =>
    fact('PersonAppointed', { unit: '0101', role: 'liaison', person: '张三', account });
  const two = [bureau, group, appointed('zhangsan'), appointed('zhangsan2')];
  expect(peopleOf(foldOrganisation(two), '0101', 'liaison')).toHaveLength(2);
  given(two)
    .when('ReleasePerson', { unit: '0101', role: 'liaison', person: '张三', account: 'zhangsan2' })
    .then([fact('PersonReleased', { unit: '0101', role: 'liaison', person: '张三', account: 'zhangsan2' })]);
  const away = foldOrganisation([
    ...two,
    fact('LeaveRecorded', { person: { id: 'zhangsan', name: '张三' }, from: today, until: today }),
  ]);
  const on = (id: string) => standIn(away, { id: id as PersonId, name: '张三' }, '0101', today);
  expect([on('zhangsan'), on('zhangsan2')]).toEqual([null, 'present']);
});
it('takes the name on a leave for the one person of the tree who bears it', () =>
  given([bureau, group, fact('PersonAppointed', { unit: '0101', role: 'head', person: '王强', account: 'wangqiang' })])
    .when('RecordLeave', { person: '王强', from: '2026-02-02', until: '2026-02-09', deputy: '@limei' })
    .then([
      fact('LeaveRecorded', {
        person: { id: 'wangqiang', name: '王强' },
        from: '2026-02-02',
        until: '2026-02-09',
        deputy: { id: 'limei', name: '李梅' },
      }),
    ]));
