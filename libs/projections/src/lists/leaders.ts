import type { Pool } from 'pg';
import type { IsoDate } from '#domain';
import { values } from './list-filter.ts';
import { conditionsOf, questionSql, type ListQuestion } from './list-question.ts';
import type { Scope } from '../projects/seen.ts';
import { listNamed } from './lists.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';

export interface Leader {
  readonly name: string;
  readonly projects: number;
}

const MOST = 500;

/** The responsible leaders of the live projects that the scope lets see, whoever answers for most first. Cost: one pass over the rows of today. */
export const leadersOf = async (pool: Pool, scope: Scope, day: IsoDate): Promise<readonly Leader[]> => {
  const question: ListQuestion = { list: listNamed('live')!, asOf: { day, position: null }, scope };
  const collected = values();
  const { known, span, rest } = questionSql(question, false, conditionsOf(question), collected);
  const { rows } = await pool.query<Leader>(
    `select leader as name, count(*)::integer as projects from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} and leader is not null group by leader order by count(*) desc, leader limit ${MOST}`,
    collected.list,
  );
  return rows;
};
