import { isoDate } from '../dates.ts';
import type { PersonId } from '../person.ts';
import { ORGANISATION_COMMANDS, type OrganisationCommandType } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { importUnits, type UnitRow } from './import-units.ts';
import { findUnit, foldOrganisation, NO_ORGANISATION, peopleOf, subtreeOf } from './organisation.ts';
import { isRegionKind } from './regions.ts';
import type { OrganisationRejectionCode } from './rejections.ts';

const today = isoDate('2026-03-02');
const added = (code: string, name: string, parent: string | null = null, kind = '招商机构'): OrganisationEvent => ({
  type: 'UnitAdded',
  occurredOn: today,
  data: { code, name, kind, parent },
});
const bureau = added('01', '招商局');
const group = added('0101', '一组', '01', '分组');
const fact = <T extends OrganisationEvent['type']>(type: T, data: unknown): OrganisationEvent =>
  ({ type, occurredOn: today, data }) as OrganisationEvent;

const command = (type: OrganisationCommandType, body: object) =>
  Object.assign(new ORGANISATION_COMMANDS[type](), body) as Parameters<typeof decideOrganisation>[0];
const given = (past: readonly OrganisationEvent[]) => ({
  when: (type: OrganisationCommandType, body: object) => {
    const run = () =>
      decideOrganisation(command(type, body), foldOrganisation(past), today, new Map([['limei' as PersonId, '李梅']]));
    return {
      then: (events: readonly OrganisationEvent[]) => expect(run()).toEqual(events),
      rejected: (code: string) => expect(run).toThrow(expect.objectContaining({ code })),
    };
  },
});

describe('the organisation tree', () => {
  it('grows by units whose parent is given by code or by name', () => {
    given([bureau]).when('AddUnit', { code: '0101', name: '一组', kind: '分组', parent: '招商局' }).then([group]);
    given([bureau, group]).when('AddUnit', { code: '0101', name: '一组', kind: '分组', parent: '01' }).then([]);
  });
  it('keeps the name a unit had', () => {
    given([bureau])
      .when('RenameUnit', { code: '01', name: '投资促进局' })
      .then([fact('UnitRenamed', { code: '01', from: '招商局', to: '投资促进局' })]);
    const renamed = foldOrganisation([bureau, fact('UnitRenamed', { code: '01', from: '招商局', to: '投资促进局' })]);
    expect(findUnit(renamed, '招商局')).toMatchObject({ code: '01', name: '投资促进局' });
  });
  it('moves units, to the top too', () =>
    given([bureau, group])
      .when('MoveUnit', { code: '0101' })
      .then([fact('UnitMoved', { code: '0101', from: '01', to: null })]));
  it('closes units, whose projects still belong to the subtree', () => {
    given([bureau, group])
      .when('CloseUnit', { code: '0101', reason: '合并' })
      .then([fact('UnitClosed', { code: '0101', reason: '合并' })]);
    expect(subtreeOf(foldOrganisation([bureau, group, fact('UnitClosed', { code: '0101' })]), '01')).toEqual([
      '01',
      '0101',
    ]);
  });
  it('says who holds a role in a unit, until they are released or the unit closes', () => {
    const wang = fact('PersonAppointed', { unit: '0101', role: 'head', person: '王强', account: 'wangqiang' });
    given([bureau, group])
      .when('AppointPerson', { unit: '0101', role: 'head', person: '王强', account: 'wangqiang' })
      .then([wang]);
    given([bureau, group, wang])
      .when('AppointPerson', { unit: '0101', role: 'head', person: '王强', account: 'wangqiang' })
      .then([]);
    given([bureau])
      .when('RecordLeave', { person: '王强', from: '2026-02-02', until: '2026-02-09', deputy: '李梅' })
      .then([fact('LeaveRecorded', { person: '王强', from: '2026-02-02', until: '2026-02-09', deputy: '李梅' })]);
    given([bureau, group, wang])
      .when('ReleasePerson', { unit: '0101', role: 'head', person: '王强' })
      .then([fact('PersonReleased', { unit: '0101', role: 'head', person: '王强' })]);
    expect(peopleOf(foldOrganisation([bureau, group, wang]), '0101', 'head')).toEqual([
      { unit: '0101', role: 'head', person: '王强', account: 'wangqiang' },
    ]);
    expect(
      peopleOf(foldOrganisation([bureau, group, wang, fact('UnitClosed', { code: '0101' })]), '0101', 'head'),
    ).toEqual([]);
  });
  it('knows regions by their kind', () => {
    expect(['region', '区域', '县区', '乡镇', '街道', '园区', ' 开发区 ', '载体', 'Region'].map(isRegionKind)).toEqual(
      Array<boolean>(9).fill(true),
    );
    expect(['招商机构', '分组', '任务单位', ''].map(isRegionKind)).toEqual([false, false, false, false]);
  });
});

// Every rule has its line here: a new code does not compile without one. The last four are refusals of single lines of a file.
const line = (...rows: UnitRow[]) => ({ rows });
type Scenario =
  | readonly [past: readonly OrganisationEvent[], type: OrganisationCommandType, body: object]
  | { readonly file: readonly UnitRow[] };
const refusals: Record<OrganisationRejectionCode, Scenario> = {
  'unit-unknown': [[], 'RenameUnit', { code: '01', name: '招商局' }],
  'unit-exists': [[bureau], 'AddUnit', { code: '01', name: '商务局' }],
  'unit-closed': [[bureau, fact('UnitClosed', { code: '01' })], 'RenameUnit', { code: '01', name: '商务局' }],
  'unit-has-units': [[bureau, group], 'CloseUnit', { code: '01' }],
  'name-missing': [[bureau], 'RenameUnit', { code: '01', name: '  ' }],
  'code-missing': [[], 'AddUnit', { code: ' ', name: '招商局' }],
  'parent-unknown': [[], 'AddUnit', { code: '01', name: '招商局', parent: '00' }],
  'parent-ambiguous': [
    [added('01', '招商局'), added('02', '招商局')],
    'AddUnit',
    { code: '03', name: '一组', parent: '招商局' },
  ],
  'parent-closed': [
    [bureau, group, fact('UnitClosed', { code: '0101' }), fact('UnitClosed', { code: '01' })],
    'ReopenUnit',
    { code: '0101', reason: '误撤' },
  ],
  'parent-cycle': [[bureau, group], 'MoveUnit', { code: '01', parent: '0101' }],
  'person-unknown': [[bureau], 'RecordLeave', { person: '@nobody', from: '2026-02-02', until: '2026-02-03' }],
  'person-ambiguous': [
    ['a', 'b'].reduce(
      (past, account) => [...past, fact('PersonAppointed', { unit: '01', role: 'liaison', person: '王强', account })],
      [bureau],
    ),
    'ReleasePerson',
    { unit: '01', role: 'liaison', person: '王强' },
  ],
  'leave-ends-before-it-begins': [[bureau], 'RecordLeave', { person: '王强', from: '2026-02-02', until: '2026-02-01' }],
  'not-appointed': [[bureau], 'ReleasePerson', { unit: '01', role: 'head', person: '王强' }],
  'code-repeated': {
    file: [
      { row: 2, code: '01', name: '招商局' },
      { row: 3, code: '01', name: '商务局' },
    ],
  },
};
it.each(Object.entries(refusals))('refuses: %s', (code, scenario) => {
  if ('file' in scenario)
    expect(importUnits(scenario.file, NO_ORGANISATION, today).rejected.map((one) => one.code)).toEqual([code]);
  else given(scenario[0]).when(scenario[1], scenario[2]).rejected(code);
});
it('refuses what is dated after today', () =>
  given([]).when('AddUnit', { code: '01', name: '招商局', occurredOn: '2026-03-03' }).rejected('occurred-in-future'));

it('a file of units is read through the same command as any other change', () =>
  given([bureau])
    .when('ImportUnits', line({ row: 2, code: '0101', name: '一组', kind: '分组', parent: '01' }))
    .then([group]));
