import { SIZE_BANDS, type Countable, type Definition } from '#domain';
import type { Values } from '../lists/list-filter.ts';
import { yuanSql } from './yuan-sql.ts';

/** What figures are told apart by. */
export type Dimension = 'unit' | 'region' | 'chain' | 'leader' | 'size-band' | 'land-mode' | 'origin' | 'month' | 'tag';

/** The business day of what is counted: its month is the key of the dimension "month", and up to it a project was held. */
export const DAY: Readonly<Record<Countable, string>> = {
  lead: 'registered_on',
  'pre-review': 'pre_review_on',
  signing: 'signed_on',
  start: 'start_on',
  entry: 'entered_on',
  arrival: 'on_day',
  backlog: 'signed_on',
  outreach: 'registered_on',
};

/** Which amount of a contract counts, as the definition says. */
export const contractSql = ({ contract }: Definition): string =>
  contract === 'original' ? 'r.original' : 'r.contracted';

/** The band of a contract in 元: by the amount that counts, foreign money at the definition's rate, and in none where it names no rate. */
const bandSql = (definition: Definition, values: Values): string => {
  const yuan = yuanSql(contractSql(definition), definition, values);
  return `case ${SIZE_BANDS.map(({ key, from }) => `when ${yuan} >= ${from} then '${key}'`).join(' ')} end`;
};

/** The key of a project row `r` (and arrival `a`) as SQL; several keys of one row for tags, which overlap. */
export const keySql = (by: Dimension | null, of: Countable, definition: Definition, values: Values): string => {
  switch (by) {
    case null:
      return `''`;
    case 'unit':
    case 'region':
    case 'chain':
    case 'leader':
      return `r.${by}`;
    case 'size-band':
      return bandSql(definition, values);
    case 'land-mode':
      return 'r.land_mode';
    case 'origin':
      return of === 'arrival' ? 'a.boundary' : 'r.origin';
    case 'month':
      return `to_char(${DAY[of]}, 'YYYY-MM')`;
    case 'tag':
      return 'unnest(r.tags)';
  }
};
