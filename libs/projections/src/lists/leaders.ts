import type { Pool } from 'pg';
import { values } from './list-filter.ts';
import { conditionsOf, isOpen, rowsSql, type AsOf, type ListQuestion } from './list-question.ts';
import type { Scope } from '../projects/seen.ts';
import { listNamed } from './lists.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';

export interface Leader {
  readonly name: string;
  readonly projects: number;
}

const MOST = 500;

/** The responsible leaders of the live projects that the scope lets see, whoever answers for most first. Cost: one pass over the rows of the day. */
export const leadersOf = async (pool: Pool, scope: Scope, asOf: AsOf): Promise<readonly Leader[]> => {
  const question: ListQuestion = { list: listNamed('live')!, asOf, scope };
  const collected = values();
  const { known, span, rest, day } = rowsSql(question, await isOpen(pool, asOf), conditionsOf(question), collected);
  const { rows } = await pool.query<Leader>(
    `select leader as name, count(*)::integer as projects from ${PROJECT_TABLE} where ${known} and ${span} and from_day <= ${day} and ${rest} and leader is not null group by leader order by count(*) desc, leader limit ${MOST}`,
    collected.list,
  );
  return rows;
};
