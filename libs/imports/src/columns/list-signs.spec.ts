import { rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import type { FieldName, SheetKind } from './field-names.ts';
import { headerOf } from './headers.ts';
import { listSigns } from './list-signs.ts';
import type { Mapped } from './mapped.ts';
import { profileOf } from './values.ts';

const columnOf = (column: number, field: FieldName): Mapped => ({
  column,
  header: field,
  field,
  unit: null,
  unitFrom: null,
  units: [],
  weight: 9,
  because: ['words'],
});

describe('the signs of a list', () => {
  const signs = (
    fields: readonly (FieldName | null)[],
    rows: readonly (readonly Told[])[],
    kind: SheetKind = 'projects',
  ) => {
    const below = rowsOf(rows);
    return listSigns({
      kind,
      columns: fields.flatMap((field, at) => (field === null ? [] : [columnOf(at, field)])),
      headers: fields.map((_, at) => headerOf(at, `列${at}`)),
      profiles: new Map(fields.map((_, at) => [at, profileOf(below.map(({ cells }) => cells[at]))])),
      below,
    });
  };
  it('it counts where a line has the number 1', () => {
    expect(
      signs(
        ['sequence', 'signedOn'],
        [
          [5, 'x'],
          [' 1 ', 'x'],
        ],
      ),
    ).toEqual({ counted: true });
    expect(
      signs(
        ['sequence', 'signedOn'],
        [
          [2, 1],
          [11, 1],
        ],
      ),
    ).toEqual({});
    expect(signs(['name', 'signedOn'], [[1, 1]])).toEqual({});
  });
  it.each<FieldName>([
    'signedOn',
    'frameworkOn',
    'openedOn',
    'saidSigned',
    'stage',
    'agreementKind',
    'startOn',
    'landedOn',
  ])('days that nobody knows are told of, unless %s says how far a project is', (field) => {
    const rows = [
      ['甲', '2024-03-05', 'x'],
      ['乙', '2024-03-06', 'x'],
    ];
    expect(signs(['name', null, 'note'], rows)).toEqual({ unreadDays: ['列1'] });
    expect(signs(['name', null, field], rows)).toEqual({});
  });
  it('of a list of projects, in columns that are mostly days and known as nothing but a day of progress', () => {
    const days = [
      ['甲', '2024-03-05'],
      ['乙', '2024-03-06'],
      ['丙', '面谈'],
    ];
    expect(signs(['name', null], days, 'leads')).toEqual({});
    expect(signs(['name', 'progressOn'], days)).toEqual({ unreadDays: ['列1'] });
    expect(signs(['name', 'enteredOn'], days)).toEqual({});
    expect(signs(['name', null], [...days, ['丁', '面谈']])).toEqual({});
  });
});
