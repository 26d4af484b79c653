import { isoDate } from '../dates.ts';
import type { PersonId } from '../person.ts';
import type { OrganisationEvent } from './events.ts';
import {
  appointee,
  findUnit,
  foldOrganisation,
  isAppointment,
  isWithin,
  peopleOf,
  peopleWithIds,
  standIn,
  subtreeOf,
  type Appointed,
} from './organisation.ts';

const on = isoDate('2026-03-02');
const fact = (type: OrganisationEvent['type'], data: unknown) => ({ type, occurredOn: on, data }) as OrganisationEvent;
const unit = (code: string, name: string, parent: string | null = null) =>
  fact('UnitAdded', { code, name, kind: '分组', parent });
const renamed = (code: string, from: string, to: string) => fact('UnitRenamed', { code, from, to });
const closed = (code: string) => fact('UnitClosed', { code });
const appointed = (of: string, role: string, person: string, account?: string) =>
  fact('PersonAppointed', account === undefined ? { unit: of, role, person } : { unit: of, role, person, account });
const released = (of: string, role: string, person: string, account?: string) =>
  fact('PersonReleased', account === undefined ? { unit: of, role, person } : { unit: of, role, person, account });
const away = (person: unknown, from: string, until: string, deputy?: unknown) =>
  fact('LeaveRecorded', { person, from, until, ...(deputy === undefined ? {} : { deputy }) });
const id = (text: string) => text as PersonId;

const tree = [
  unit('01', '招商局'),
  unit('0101', '一组', '01'),
  unit('010101', '小组', '0101'),
  unit('0102', '二组', '01'),
  unit('02', '商务局'),
];

describe('a unit', () => {
  it('is found by its code, by its name, or by a former one, in that order', () => {
    const organisation = foldOrganisation([
      ...tree,
      renamed('0101', '一组', '先锋组'),
      renamed('0101', '先锋组', '攻坚组'),
      unit('03', '一组'),
      unit('攻坚组', '别的'),
    ]);
    const code = (written: string) => {
      const found = findUnit(organisation, written);
      return found === 'ambiguous' ? found : (found?.code ?? null);
    };
    expect(['0102', '二组', '一组', '先锋组', '攻坚组', '三组'].map(code)).toEqual([
      '0102',
      '0102',
      '03',
      '0101',
      '攻坚组',
      null,
    ]);
  });
  it('that is closed is found by its code alone; of two that bear a name neither is meant', () => {
    const organisation = foldOrganisation([...tree, closed('0102'), unit('03', '一组')]);
    expect(findUnit(organisation, '0102')).toMatchObject({ code: '0102', closed: true });
    expect([findUnit(organisation, '二组'), findUnit(organisation, '一组')]).toEqual([null, 'ambiguous']);
    const former = foldOrganisation([
      ...tree,
      renamed('0101', '一组', '甲'),
      unit('03', '一组'),
      renamed('03', '一组', '乙'),
    ]);
    expect(findUnit(former, '一组')).toBe('ambiguous');
  });
  it('has all below it, and stands within itself and all above it', () => {
    const organisation = foldOrganisation([...tree, closed('010101')]);
    expect([...subtreeOf(organisation, '01')].sort()).toEqual(['01', '0101', '010101', '0102']);
    expect([subtreeOf(organisation, '0101'), subtreeOf(organisation, '02'), subtreeOf(organisation, '09')]).toEqual([
      ['0101', '010101'],
      ['02'],
      [],
    ]);
    const within = (code: string, top: string) => isWithin(organisation, code, top);
    expect([
      within('010101', '01'),
      within('0101', '0101'),
      within('01', '0101'),
      within('0102', '0101'),
      within('09', '01'),
    ]).toEqual([true, true, false, false, false]);
  });
  it('keeps what a change does not name; a change of one that is not there changes nothing', () => {
    const organisation = foldOrganisation([
      ...tree,
      fact('UnitMoved', { code: '0101', from: '01', to: '02' }),
      fact('UnitReclassified', { code: '0101', from: '分组', to: '专班' }),
      renamed('09', 'x', 'y'),
    ]);
    expect(organisation.units.get('0101')).toEqual({
      code: '0101',
      name: '一组',
      kind: '专班',
      parent: '02',
      closed: false,
      formerNames: [],
    });
    expect(organisation.units.has('09')).toBe(false);
  });
  it('loses its people when it closes, and no other unit does', () => {
    const people = [appointed('0101', 'head', '王强'), appointed('0102', 'head', '李梅')];
    expect(foldOrganisation([...tree, ...people, closed('0101')]).people.map(({ person }) => person)).toEqual(['李梅']);
  });
});

describe('an appointment', () => {
  const head: Appointed = { unit: '0101', role: 'head', person: '王强', account: id('wang') };
  it.each<[string, Parameters<typeof isAppointment>[1], boolean]>([
    ['its account', { unit: '0101', role: 'head', person: '王大强', account: id('wang') }, true],
    ['its name where no account is said', { unit: '0101', role: 'head', person: '王强' }, true],
    ['another account of that name', { unit: '0101', role: 'head', person: '王强', account: id('wang2') }, false],
    ['another name', { unit: '0101', role: 'head', person: '王小强' }, false],
    ['another role', { unit: '0101', role: 'deputy', person: '王强', account: id('wang') }, false],
    ['another unit', { unit: '0102', role: 'head', person: '王强', account: id('wang') }, false],
  ])('is meant or not by %s', (_what, said, is) => expect(isAppointment(head, said)).toBe(is));
  it('that has no account is meant by its name, whatever account is said', () =>
    expect(
      isAppointment({ ...head, account: null }, { unit: '0101', role: 'head', person: '王强', account: id('wang') }),
    ).toBe(true));
  it('said anew takes the place of the one before, and a release ends just that one', () => {
    const facts = [
      ...tree,
      appointed('0101', 'liaison', '王强'),
      appointed('0101', 'liaison', '李梅', 'li'),
      appointed('0101', 'liaison', '王强', 'wang'),
      appointed('0101', 'head', '李梅', 'li'),
    ];
    const organisation = foldOrganisation(facts);
    expect(peopleOf(organisation, '0101', 'liaison').map(appointee)).toEqual([
      { id: 'li', name: '李梅' },
      { id: 'wang', name: '王强' },
    ]);
    const left = foldOrganisation([released('0101', 'liaison', '李梅', 'li')], organisation);
    expect(left.people.map(({ role, person }) => [role, person])).toEqual([
      ['liaison', '王强'],
      ['head', '李梅'],
    ]);
    expect(organisation.people).toHaveLength(3);
  });
  it('gives everybody with an id the name of the latest one', () => {
    const people = [
      appointed('0101', 'head', '王强', 'wang'),
      appointed('0102', 'head', '李梅'),
      appointed('0102', 'deputy', '王大强', 'wang'),
    ];
    expect([...peopleWithIds(foldOrganisation([...tree, ...people]))]).toEqual([['wang', '王大强']]);
  });
});

describe('who is away', () => {
  const wang = { id: id('wang'), name: '王强' };
  const deputy = appointed('0101', 'deputy', '赵副', 'zhao');
  const instead = (facts: readonly OrganisationEvent[], day: string, of: string | null = '0101') =>
    standIn(foldOrganisation([...tree, ...facts]), wang, of, isoDate(day));

  it('is away from the first to the last day of the leave', () => {
    const leave = away(wang, '2026-03-02', '2026-03-04', '李梅');
    const days = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'];
    expect(days.map((day) => instead([leave], day))).toEqual([
      'present',
      { id: null, name: '李梅' },
      { id: null, name: '李梅' },
      'present',
    ]);
    expect(instead([away({ id: 'li', name: '王强' }, '2026-03-02', '2026-03-04')], '2026-03-02')).toBe('present');
  });
  it('is stood in for by the deputy named with the leave, else by the unit’s, else by nobody', () => {
    const leave = away(wang, '2026-03-02', '2026-03-04');
    expect(instead([leave, deputy], '2026-03-02')).toEqual({ id: 'zhao', name: '赵副' });
    expect(instead([away(wang, '2026-03-02', '2026-03-04', '李梅'), deputy], '2026-03-02')).toEqual({
      id: null,
      name: '李梅',
    });
    expect([
      instead([leave], '2026-03-02'),
      instead([leave, deputy], '2026-03-02', null),
      instead([leave, deputy], '2026-03-02', '0102'),
    ]).toEqual([null, null, null]);
  });
  it('is away as was said last', () => {
    const leaves = [away(wang, '2026-03-02', '2026-03-09', '李梅'), away(wang, '2026-03-04', '2026-03-05', '孙')];
    expect([instead(leaves, '2026-03-03'), instead(leaves, '2026-03-04')]).toMatchObject([
      { name: '李梅' },
      { name: '孙' },
    ]);
  });
});
