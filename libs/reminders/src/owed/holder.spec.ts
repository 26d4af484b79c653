import { NO_ORGANISATION, type Addressee, type IsoDate, type Organisation, type Person, type PersonId } from '#domain';
import { holderIn, present } from './holder.ts';
import type { Reminder } from './reminder.ts';

const idOf = (text: string): PersonId => text as PersonId;
const TODAY = '2026-06-01' as IsoDate;
const unit = (code: string, name: string, kind = '任务单位') => ({
  ...{ code, name, kind, parent: null, closed: false, formerNames: [] },
});
const tree = (more: Partial<Organisation> = {}): Organisation => ({
  ...NO_ORGANISATION,
  units: new Map([
    ['01', unit('01', '招商一科')],
    ['02', unit('02', '招商二科')],
    ['09', unit('09', '督查室', '督查')],
  ]),
  people: [
    { unit: '01', role: 'head', person: '组长', account: idOf('zu') },
    { unit: '01', role: 'deputy', person: '副组长', account: null },
    { unit: '09', role: 'supervision', person: '督查员', account: null },
  ],
  ...more,
});
const away = (name: string, deputy: Person | null = null, id: PersonId | null = null): Organisation =>
  tree({ leaves: [{ person: { id, name }, from: TODAY, until: TODAY, deputy }] });

const STEWARD: Addressee = { unit: '01', role: 'steward', person: '管家' };
const HEAD: Addressee = { unit: '01', role: 'owner-head', person: '组长', id: idOf('zu') };
const OFFICE: Addressee = { unit: null, role: 'supervision-office', person: '督查员' };
type Why = NonNullable<Reminder['why']>;
const nobody = (roles: readonly string[], of?: string): Why =>
  ({ code: 'nobody-holds', data: { roles, ...(of === undefined ? {} : { unit: of }) } }) as Why;

it('a role is held by whom the unit has appointed, the unit named by its code or its name', () => {
  const holder = holderIn(tree());
  expect([holder('01', 'head'), holder('招商一科', 'head')]).toEqual([
    { id: 'zu', name: '组长' },
    { id: 'zu', name: '组长' },
  ]);
  expect([holder('02', 'head'), holder('一科', 'head'), holder('01', 'supervision')]).toEqual([null, null, null]);
});

it.each([
  ['督查室', '科室'],
  ['督办科', '科室'],
  ['Supervision', 'office'],
  ['办公室', '督查'],
  ['办公室', 'SUPERVISION'],
])('the supervision office is the unit that is called so, or is of that kind: %s, %s', (name, kind) => {
  const units = new Map([
    ['01', unit('01', '招商一科')],
    ['09', unit('09', name, kind)],
  ]);
  expect(holderIn(tree({ units }))(null, 'supervision')).toEqual({ id: null, name: '督查员' });
});

it('without such a unit nobody is the supervision office', () =>
  expect(holderIn(tree({ units: new Map([['09', unit('09', '办公室')]]) }))(null, 'supervision')).toBeNull());

it('who is there is told, each of them once, and a unit as a unit', () => {
  const whole = { unit: '01', role: 'owner-unit', person: null };
  expect(present([STEWARD, whole, { ...STEWARD }], null, tree(), TODAY)).toEqual({ to: [STEWARD, whole], why: null });
});

it('who is away is told all the same, and so is who stands in: the deputy that was named, the unit’s, or the supervision office', () => {
  const deputy = (name: string) => ({ unit: '01', role: 'deputy', person: name });
  expect(present([STEWARD], null, away('管家', { id: null, name: '代管' }), TODAY).to).toEqual([
    STEWARD,
    deputy('代管'),
  ]);
  expect(present([STEWARD], null, away('管家'), TODAY).to).toEqual([STEWARD, deputy('副组长')]);
  const elsewhere = { ...STEWARD, unit: '02' };
  expect(present([elsewhere], null, away('管家'), TODAY).to).toEqual([elsewhere, OFFICE]);
  expect(present([STEWARD], null, away('管家'), '2026-06-02' as IsoDate).to).toEqual([STEWARD]);
});

it('somebody with an id is away as this person, whatever others of the same name do', () => {
  const known = { ...STEWARD, id: idOf('guan') };
  expect(present([known], null, away('管家', null, idOf('guan')), TODAY).to).toHaveLength(2);
  expect(present([known], null, away('管家', null, idOf('another')), TODAY).to).toEqual([known]);
});

it('the head and the supervision office are those of the day of sending', () => {
  const then = [
    { ...HEAD, person: '前组长', id: idOf('qian') },
    { ...OFFICE, person: '前督查员' },
  ];
  expect(present(then, null, tree(), TODAY)).toEqual({ to: [HEAD, OFFICE], why: null });
});

it('a head who is gone leaves nobody: the others are told, or the supervision office where there are none, and the notice says so', () => {
  const gone = { ...HEAD, unit: '02' };
  expect(present([gone, STEWARD], null, tree(), TODAY)).toEqual({ to: [STEWARD], why: null });
  expect(present([gone], null, tree(), TODAY)).toEqual({ to: [OFFICE], why: nobody(['owner-head'], '02') });
  expect(present([{ ...gone, unit: null }], null, tree(), TODAY)).toEqual({
    to: [OFFICE],
    why: nobody(['owner-head']),
  });
  expect(present([], null, tree(), TODAY)).toEqual({ to: [OFFICE], why: nobody(['owner-head']) });
});

it('a head who was appointed since is told after all, and nothing is amiss any more', () => {
  expect(present([OFFICE], nobody(['owner-head'], '01'), tree(), TODAY)).toEqual({ to: [HEAD], why: null });
});

it.each<readonly [string, Why]>([
  ['no head was wanted', nobody(['steward'], '01')],
  ['the unit has none still', nobody(['owner-head'], '02')],
  ['there is no unit', nobody(['owner-head'])],
  ['it goes to the office for another reason', { code: 'known-too-late', data: {} } as Why],
])('where %s, the supervision office is told and the reason stays', (_what, why) => {
  expect(present([OFFICE], why, tree(), TODAY)).toEqual({ to: [OFFICE], why });
});
