import type { Pool, PoolClient } from 'pg';
import type { IsoDate, Sentence } from '#domain';
import { values, type Values } from '../lists/list-filter.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/span-writes.ts';
import { BadCursor } from '../lists/cursor.ts';
import { matterSeenSql, type Scope } from '../projects/seen.ts';

export interface MatterRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly title: Sentence;
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly unit: string | null;
  readonly people: readonly string[];
  readonly state: string;
  readonly open: boolean;
  readonly due: string | null;
  readonly level: string | null;
  readonly openedOn: string;
  readonly version: number;
  readonly known: Readonly<Record<string, unknown>>;
}
export interface MatterQuestion {
  readonly kind: string;
  readonly scope: Scope;
  readonly open?: boolean | undefined;
  readonly units?: readonly string[] | null;
  readonly project?: string | undefined;
  readonly state?: string | undefined;
  readonly level?: string | undefined;
  readonly id?: string | undefined;
  readonly person?: string | undefined; // who must act
  readonly dueBefore?: IsoDate | undefined; // open ones that somebody had to act on before this day
  readonly words?: string | undefined; // all of them in the number, the title or the names of the people, in any order
  readonly limit: number;
  readonly after?: string | null;
}

export interface MatterPage {
  readonly rows: readonly MatterRow[];
  readonly next: string | null; // cursor of the page behind it
}

const CURSOR = /^([tf])\|(\d{4}-\d{2}-\d{2}|infinity)\|([\w.-]{1,200})$/;
const WORDS = 'matter_words(m.number, m.title, m.people)'; // as the index has it

const conditionsOf = (
  { kind, scope, open, units = null, project, state, level, id, person, dueBefore, words = '' }: MatterQuestion,
  collected: Values,
): readonly string[] => {
  const { value } = collected;
  const within = (codes: readonly string[]): string => {
    const all = value(codes);
    return `(m.unit = any(${all}::text[]) or p.unit = any(${all}::text[])`;
  };
  return [
    `m.kind = ${value(kind)}`,
    ...(id === undefined ? [] : [`m.id = ${value(id)}`]),
    matterSeenSql(scope, collected, 'm', 'p'),
    ...(units === null ? [] : [`${within(units)})`]),
    ...(open === undefined ? [] : [open ? 'm.open' : 'not m.open']),
    ...(project === undefined ? [] : [`m.project = ${value(project)}`]),
    ...(state === undefined ? [] : [`m.state = ${value(state)}`]),
    ...(level === undefined ? [] : [`m.level = ${value(level)}`]),
    ...(person === undefined ? [] : [`m.people @> array[${value(person)}]::text[]`]),
    ...(dueBefore === undefined ? [] : [`m.open and m.due < ${value(dueBefore)}::date`]),
    ...words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap((word) => [
        `matter_grams(${WORDS}) @> matter_grams(${value(word)})`,
        `strpos(${WORDS}, ${value(word)}) > 0`,
      ]),
  ];
};

/** Matters that the scope lets see, open ones first, the earliest due first. A matter is seen by who sees its unit or its project, and by the people it names. */
export const listMatters = async (
  on: Pool | PoolClient,
  question: MatterQuestion,
  table: 'matter' | 'matter_then' = 'matter',
): Promise<MatterPage> => {
  const { limit, after = null } = question;
  const cursor = after === null ? null : CURSOR.exec(Buffer.from(after, 'base64url').toString());
  if (after !== null && cursor === null) throw new BadCursor();
  const collected = values();
  const { value } = collected;
  const conditions = [
    ...conditionsOf(question, collected),
    ...(cursor === null
      ? []
      : [
          `(not m.open, coalesce(m.due, 'infinity'::date), m.id) > (${value(cursor[1] === 't')}::boolean, ${value(cursor[2])}::date, ${value(cursor[3])})`,
        ]),
  ];
  const { rows } = await on.query<
    Omit<MatterRow, 'project'> & { projectId: string | null; code: string | null; name: string | null }
  >(
    `select m.id, m.kind, m.number, json_build_object('zh', m.title, 'en', m.title_en) as title, m.unit, m.people, m.state, m.open, m.due, m.level, m.opened_on as "openedOn", m.version, m.known, m.project as "projectId", p.code, p.title as name
     from ${table} m left join ${PROJECT_TABLE} p on p.project_id = m.project and p.to_pos = ${LATEST} and p.to_day = 'infinity'
     where ${conditions.join(' and ')} order by (not m.open), coalesce(m.due, 'infinity'::date), m.id limit ${value(limit + 1)}`,
    collected.list,
  );
  const page = rows.slice(0, limit).map(({ projectId, code, name, ...row }): MatterRow => ({
    ...row,
    project: projectId === null ? null : { id: projectId, code, name },
  }));
  const last = page.at(-1);
  return {
    rows: page,
    next:
      rows.length > limit && last !== undefined
        ? Buffer.from(`${last.open ? 'f' : 't'}|${last.due ?? 'infinity'}|${last.id}`).toString('base64url')
        : null,
  };
};

/** One matter, where the scope lets see it. */
export const findMatter = async (pool: Pool, kind: string, id: string, scope: Scope): Promise<MatterRow | undefined> =>
  (await listMatters(pool, { kind, id, scope, limit: 1 })).rows[0];
