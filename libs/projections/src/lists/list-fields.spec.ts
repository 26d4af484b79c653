import { ROW_COLUMNS } from '../projects/project-row.ts';
import { PROJECT_COLUMNS } from '../projects/project-columns.ts';
import { createTable } from '../projects/project-table.ts';
import { unitNames } from '../organisation/units.ts';
import { LIST_FIELDS, listRow } from './list-fields.ts';
import { columnsOf, LISTS } from './lists.ts';

const NAMES = LIST_FIELDS.map(({ name }) => name);

it('every column of a project stands in the table, and what lists call it stands in their answer, once', () => {
  const table = createTable('t');
  const row = {
    ...Object.fromEntries(Object.keys(ROW_COLUMNS).map((name) => [name, null])),
    registered_on: '2025-01-01',
  };
  const answer = listRow(row, {
    asOf: '2026-01-01' as never,
    units: unitNames([]),
    age: 'registered_on',
    worst: null,
  });
  for (const [name, { field }] of Object.entries(PROJECT_COLUMNS)) {
    expect(table).toMatch(new RegExp(`\\b${name} (text|date|boolean|integer|bigint|numeric)`));
    if (field !== null) expect(Object.keys(answer)).toContain(field);
  }
  expect(new Set(NAMES).size).toBe(NAMES.length);
  expect(Object.keys(answer).sort()).toEqual([...NAMES].sort());
});
it('every column has a title in both languages', () => {
  for (const { title } of LIST_FIELDS) {
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(title.en).toMatch(/^[A-Z]/);
  }
});
it('every list shows columns that there are, the deciding ones first and none twice', () => {
  for (const list of LISTS) {
    const columns = columnsOf(list);
    expect(columns.slice(0, 4)).toEqual(['colour', 'name', 'clock', 'nextStep']);
    expect(new Set(columns).size).toBe(columns.length);
    for (const name of columns) expect(NAMES).toContain(name);
  }
});
