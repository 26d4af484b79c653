import fc from 'fast-check';
import { isoDate } from '../dates.ts';
import type { PersonId } from '../person.ts';
import { ORGANISATION_COMMANDS, type OrganisationCommandType } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { importUnits, type UnitRow } from './import-units.ts';
import {
  findUnit,
  foldOrganisation,
  isWithin,
  NO_ORGANISATION,
  peopleOf,
  subtreeOf,
  type Organisation,
} from './organisation.ts';
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

describe('a file of units', () => {
  const apply = (rows: readonly UnitRow[], before: Organisation = NO_ORGANISATION) => {
    const result = importUnits(rows, before, today);
    return {
      ...result,
      after: foldOrganisation(result.events, before),
      codes: result.rejected.map(({ row, code }) => `${row} ${code}`),
    };
  };
  const file: UnitRow[] = [
    { row: 2, code: '010101', name: '甲小组', kind: '小组', parent: '一组' },
    { row: 3, code: '0101', name: '一组', kind: '分组', parent: '01' },
    { row: 4, code: '01', name: '招商局', kind: '招商机构' },
    { row: 5, code: 'R1', name: '城东区', kind: '区域', parent: '招商局' },
  ];

  it('may name parents after their children, by code or name, and a second time changes nothing', () => {
    const first = apply(file);
    expect(first).toMatchObject({ created: 4, changed: 0, unchanged: 0, rejected: [] });
    expect(first.events.map(({ data }) => (data as { code: string }).code)).toEqual(['01', '0101', '010101', 'R1']);
    expect(first.after.units.get('010101')?.parent).toBe('0101');
    expect(apply(file, first.after)).toMatchObject({ created: 0, changed: 0, unchanged: 4, events: [], rejected: [] });
  });
  it('renames, moves and reclassifies what the tree already has', () => {
    const { after } = apply(file);
    const second = apply([{ row: 2, code: '0101', name: '招商一组', kind: '专班', parent: 'R1' }], after);
    expect(second).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    expect(second.events.map(({ type }) => type)).toEqual(['UnitRenamed', 'UnitReclassified', 'UnitMoved']);
  });
  it('lets two units change places', () => {
    const { after } = apply([
      { row: 2, code: 'A', name: 'A' },
      { row: 3, code: 'B', name: 'B', parent: 'A' },
    ]);
    const second = apply(
      [
        { row: 2, code: 'A', name: 'A', parent: 'B' },
        { row: 3, code: 'B', name: 'B' },
      ],
      after,
    );
    expect(second.rejected).toEqual([]);
    expect(second.after.units.get('A')?.parent).toBe('B');
    expect(second.after.units.get('B')?.parent).toBeNull();
  });
  it('refuses line by line: no code, no name, unknown parents with all below them, cycles, one code with two meanings', () => {
    const { codes, created, unchanged } = apply([
      { row: 2, name: '无编码' },
      { row: 3, code: '03' },
      { row: 4, code: '04', name: '四', parent: '缺' },
      { row: 5, code: '05', name: '五', parent: '04' },
      { row: 6, code: '06', name: '六', parent: '07' },
      { row: 7, code: '07', name: '七', parent: '06' },
      { row: 8, code: '08', name: '八', parent: '八' },
      { row: 9, code: '09', name: '九' },
      { row: 10, code: '09', name: '九' },
      { row: 11, code: '09', name: '玖' },
    ]);
    expect(codes).toEqual([
      '2 code-missing',
      '3 name-missing',
      '4 parent-unknown',
      '5 parent-unknown',
      '6 parent-cycle',
      '7 parent-cycle',
      '8 parent-cycle',
      '11 code-repeated',
    ]);
    expect([created, unchanged]).toEqual([1, 1]);
  });
  it('does not guess between two units of one name, nor bring a closed unit back', () => {
    const past = foldOrganisation([
      added('1', '招商局'),
      added('2', '招商局'),
      added('3', '旧组'),
      fact('UnitClosed', { code: '3' }),
    ]);
    expect(
      apply(
        [
          { row: 2, code: '4', name: '一组', parent: '招商局' },
          { row: 3, code: '3', name: '旧组' },
          { row: 4, code: '5', name: '二组', parent: '3' },
        ],
        past,
      ).codes,
    ).toEqual(['2 parent-ambiguous', '3 unit-closed', '4 parent-unknown']);
  });

  it('leaves a tree without cycles, whatever stands in the files', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const rows = fc
      .array(
        fc.record(
          { code, name: code, parent: fc.option(code, { nil: undefined }) },
          { requiredKeys: ['code', 'name'] },
        ),
        { maxLength: 12 },
      )
      .map((lines) => lines.map((one, index) => ({ ...one, row: index + 2 })));
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 4 }), (files) => {
        let tree = NO_ORGANISATION;
        for (const one of files) {
          const { after, created, changed, unchanged, rejected } = apply(one, tree);
          expect(created + changed + unchanged + rejected.length).toBe(one.length);
          for (const unit of after.units.values()) {
            if (unit.parent === null) continue;
            expect(after.units.has(unit.parent)).toBe(true);
            expect(isWithin({ ...after, units: after.units }, unit.parent, unit.code)).toBe(false);
          }
          tree = after;
        }
      }),
    );
  });
  it('changes nothing the second time, whatever stands in it', () => {
    const rows = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.option(fc.nat(8))), { maxLength: 14 }).map((lines) =>
      lines.map(([code, name, parent], index): UnitRow => ({
        row: index + 2,
        code: `c${code}`,
        name: `n${name}`,
        ...(parent === null ? {} : { parent: `c${parent}` }),
      })),
    );
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const once = apply(second, apply(first).after);
        const twice = apply(second, once.after);
        expect(twice.events).toEqual([]);
        expect(twice.rejected).toEqual(once.rejected);
      }),
    );
  });
  it('is read through the same command as any other change', () =>
    given([bureau])
      .when('ImportUnits', line({ row: 2, code: '0101', name: '一组', kind: '分组', parent: '01' }))
      .then([group]));
});
