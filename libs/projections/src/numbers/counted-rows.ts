import type { Pool } from 'pg';
import type { Countable } from '#domain';
import { conditionSql, type Condition, type Values } from '../lists/list-filter.ts';
import { isOpen, questionSql, type AsOf, type QuestionSql } from '../lists/list-question.ts';
import { COUNTED_TABLE } from '../projects/counted-table.ts';
import { outreachSql } from './outreach-rows.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { seenTodaySql, type Scope } from '../projects/seen.ts';

/** Of which projects is counted: as of when and as known when, by whom they may be seen, narrowed to what. */
export interface ProjectsAsked {
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where: readonly Condition[];
}

/** Projects as figures count them, as SQL. `from`: one row each, as it stood on the day; `all`: what of them is asked for at all. */
export interface CountedSql extends Pick<QuestionSql, 'known' | 'span' | 'day' | 'position'> {
  readonly from: string;
  readonly all: string;
}

/** `of`: what is counted, where it is no project: the rows are then its own. Throws UnknownField. */
export const countedSql = async (
  pool: Pool,
  { asOf, scope, where }: ProjectsAsked,
  collected: Values,
  of?: Countable,
): Promise<CountedSql> => {
  const { known, span, day, position } = questionSql(
    { asOf, scope: { all: true } },
    await isOpen(pool, asOf),
    [],
    collected,
  );
  if (of === 'outreach')
    return {
      known,
      span,
      day,
      position,
      all: '',
      from: outreachSql({ asOf, scope, where }, { day, position }, collected),
    };
  const all = [
    ...(scope.all ? [] : [seenTodaySql(scope, collected, 'project_id')]),
    ...where.map((condition) => conditionSql(condition, asOf.day, day, collected)),
  ].join(' and ');
  // A placeholder that stands nowhere has no type: the day is named even where no span asks for it, and outreach collects no other's values.
  const asked = [known, span, ...(all === '' ? [] : [all]), `${day} is not null`].join(' and ');
  return { known, span, day, position, from: `(select * from ${COUNTED_TABLE} where ${asked})`, all };
};

/** What lists call a project of these rows, found for the few that are shown. `project`: the column with its id. */
export const titleSql = ({ known, span }: CountedSql, project: string): string =>
  `(select title from ${PROJECT_TABLE} where project_id = ${project} and ${known} and ${span})`;
