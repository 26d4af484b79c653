import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { PROJECT_TABLE } from './project-streams.ts';
import { plainName } from './project-table.ts';
import { LATEST } from './span-writes.ts';
import { values } from '../lists/list-filter.ts';
import { seenTodaySql, type Scope } from './seen.ts';

export interface Found {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly contractNo: string | null;
  readonly nationalCode: string | null;
  readonly investor: string | null;
  readonly endedOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  readonly contracted: string | null; // in 元 of its currency
}

const COLUMNS = `distinct on (project_id) project_id as id, code, title as name, contract_no as "contractNo", national_code as "nationalCode", investor, to_char(ended_on, 'YYYY-MM-DD') as "endedOn", to_char(signed_on, 'YYYY-MM-DD') as "signedOn", contracted::text as contracted`;

/** Projects that `text` names: by id, code, national code, contract number or exact name, as the facts last known say. Several are the caller's to refuse. */
export const findProjects = async (
  pool: Pool,
  text: string,
  scope: Scope = { all: true },
): Promise<readonly Found[]> => {
  const collected = values();
  const named = collected.value(text.trim());
  const { rows } = await pool.query<Found>(
    `select ${COLUMNS} from ${PROJECT_TABLE}
      where to_pos = ${LATEST} and (project_id = ${named} or code = ${named} or national_code = ${named} or contract_no = ${named} or title = ${named})
        and ${seenTodaySql(scope, collected, 'project_id')}
      order by project_id, to_day desc limit 20`,
    collected.list,
  );
  return rows;
};

export interface Keys {
  readonly code?: string | null;
  readonly nationalCode?: string | null;
  readonly contractNo?: string | null;
  readonly name?: string | null;
}

/** The names of a parameter as they are compared: an array, which an index answers, where a set of rows would have every project looked at. */
const plainNames = (parameter: string): string =>
  `array(select ${plainName('name')} from unnest(${parameter}::text[]) as name)`;

/** Stored projects that share a code, a national code, a contract number or a name (without blanks, punctuation and width) with any of `keys`: one statement for a whole batch of an import. */
export const findSharing = async (pool: Pool, keys: readonly Keys[]): Promise<readonly Found[]> => {
  const of = (field: keyof Keys): string[] => [...new Set(keys.flatMap((key) => key[field] ?? []))];
  const { rows } = await pool.query<Found>({
    name: 'luodi-sharing',
    text: `select ${COLUMNS} from ${PROJECT_TABLE}
      where to_pos = ${LATEST} and (code = any($1::text[]) or national_code = any($2::text[]) or contract_no = any($3::text[]) or ${plainName('title')} = any(${plainNames('$4')}))
      order by project_id, to_day desc`,
    values: [of('code'), of('nationalCode'), of('contractNo'), of('name')],
  });
  return rows;
};

/** Stored projects of any of these firms, by the names of their investors: for lists that name no projects. */
export const findOfFirms = async (pool: Pool, firms: readonly string[]): Promise<readonly Found[]> => {
  if (firms.length === 0) return [];
  const { rows } = await pool.query<Found>({
    name: 'luodi-of-firms',
    text: `select ${COLUMNS} from ${PROJECT_TABLE}
      where to_pos = ${LATEST} and ${plainName('investor')} = any(${plainNames('$1')})
      order by project_id, to_day desc`,
    values: [[...new Set(firms)]],
  });
  return rows;
};
