import type { Pool } from 'pg';
import type { IsoDate, Sentence } from '#domain';

/** A matter as a notice names it. `task`: which of a meeting's tasks, from 0; null where the notice is about the whole. */
export interface NamedMatter {
  readonly kind: string;
  readonly id: string;
  readonly task: number | null;
}
interface MatterTitle {
  readonly title: Sentence; // with its number, and the text of the task
  readonly due: IsoDate | null; // of the reply, the resolution or the task
}

const TITLES = `select a.at, json_build_object('zh', concat_ws('：', concat_ws(' ', nullif(m.number, ''), m.title), t.text), 'en', concat_ws(': ', concat_ws(' ', nullif(m.number, ''), m.title_en), t.text)) as title,
    coalesce(m.known #>> array['tasks', a.task::text, 'due'], m.known ->> 'replyDue', m.known ->> 'due') as due
  from json_to_recordset($1::json) as a(at integer, kind text, id text, task integer) join matter m on m.kind = a.kind and m.id = a.id,
    lateral (select m.known #>> array['tasks', a.task::text, 'text'] as text) as t`;

/** Titles of matters, each in its matter's place; null: nothing is known of it yet. One statement for all of them. */
export const matterTitles = async (
  pool: Pool,
  matters: readonly (NamedMatter | null)[],
): Promise<readonly (MatterTitle | null)[]> => {
  const asked = matters.flatMap((one, at) => (one === null ? [] : [{ at, ...one }]));
  if (asked.length === 0) return matters.map(() => null);
  const { rows } = await pool.query<MatterTitle & { at: number }>({
    name: 'luodi-matter-titles',
    text: TITLES,
    values: [JSON.stringify(asked)],
  });
  const found = new Map(rows.map(({ at, title, due }) => [at, { title, due }]));
  return matters.map((_, at) => found.get(at) ?? null);
};
