import { belongsSql } from './belongs-sql.ts';

it('asks once what several kinds begin with, and sets the bit of each kind whose conditions all hold', () => {
  const sql = belongsSql([
    { bit: 1n, conditions: ['counts', 'signed'] },
    { bit: 2n, conditions: ['counts', 'signed', 'started'] },
    { bit: 4n, conditions: ['counts', 'waits'] },
    { bit: 8n, conditions: [] },
  ]);
  expect(sql).toBe(
    '8::bigint | case when counts then case when signed then 1::bigint | case when started then 2::bigint else 0::bigint end else 0::bigint end | case when waits then 4::bigint else 0::bigint end else 0::bigint end',
  );
});

it('makes a row belong to nothing where nothing is asked', () => {
  expect(belongsSql([])).toBe('0::bigint');
});
