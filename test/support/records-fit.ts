import type pg from 'pg';
import { shapeOf } from '../../libs/office/src/catalogue/shapes.ts';
import { mismatches } from './matches-schema.ts';

const OF_TESTS = ['Numbered']; // what tests of the log itself append
const OF_EACH = 100;

const NEWEST = `select type, version, data from (
    select type, schema_version as version, data, row_number() over (partition by type, schema_version order by position desc) as n from event
  ) newest where n <= ${OF_EACH} and type <> all($1)`;

/** Records of a test's log that no published schema describes, each with what is wrong: the newest of each kind and version. */
export const recordsThatDoNotFit = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows: tables } = await pool.query<{ readonly there: boolean }>(
    `select to_regclass('event') is not null as there`,
  );
  if (tables[0]?.there !== true) return [];
  const { rows } = await pool.query<{ type: string; version: number; data: unknown }>(NEWEST, [OF_TESTS]);
  const wrong = rows.flatMap(({ type, version, data }) => {
    const shape = shapeOf(type, version);
    if (shape === null) return [`${type}@${version}: is not published`];
    const { $defs = {}, ...own } = shape;
    return mismatches(data, own, $defs).map((one) => `${type}@${version} ${one}`);
  });
  return [...new Set(wrong)].slice(0, 20);
};
