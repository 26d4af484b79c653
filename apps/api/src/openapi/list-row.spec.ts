import { LIST_FIELDS } from '#projections';
import { LIST_ROW } from './list-row.ts';

it('the published row has every field of a list and no other, but where a held row stands', () => {
  const held = ['importId', 'file', 'sheet', 'row'];
  expect(LIST_ROW.additionalProperties).toBe(false);
  expect(LIST_ROW.required).toEqual(LIST_FIELDS.map(({ name }) => name));
  expect(Object.keys(LIST_ROW.properties!)).toEqual([...LIST_FIELDS.map(({ name }) => name), ...held]);
});
