import fc from 'fast-check';
import { isoDate } from '../dates.ts';
import type { OrganisationEvent } from './events.ts';
import { importUnits, type UnitRow } from './import-units.ts';
import { foldOrganisation, isWithin, NO_ORGANISATION, type Organisation } from './organisation.ts';

const today = isoDate('2026-03-02');
const added = (code: string, name: string, parent: string | null = null, kind = '招商机构'): OrganisationEvent => ({
  type: 'UnitAdded',
  occurredOn: today,
  data: { code, name, kind, parent },
});
const fact = <T extends OrganisationEvent['type']>(type: T, data: unknown): OrganisationEvent =>
  ({ type, occurredOn: today, data }) as OrganisationEvent;

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
  it('takes a unit for the parent whatever its code is', () => {
    const { codes, after } = apply([
      { row: 2, code: 'ambiguous', name: '招商局' },
      { row: 3, code: '02', name: '一组', parent: 'ambiguous' },
      { row: 4, code: '03', name: '二组', parent: '招商局' },
    ]);
    expect(codes).toEqual([]);
    expect(['02', '03'].map((code) => after.units.get(code)?.parent)).toEqual(['ambiguous', 'ambiguous']);
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
});
