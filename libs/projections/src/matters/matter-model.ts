import type { Pool, PoolClient } from 'pg';
import { attempted, inRenewable, isUnstorable } from '#database';
import { foldMatter, matterOf, type PersonId, type RecordedEvent } from '#domain';
import { reasonOf, sharedRun, writeAside, type EventStore, type SetAside } from '#event-store';
import { upToHead } from '../up-to-head.ts';

/** One row a matter, as it stands: orders, issues, meetings, lists and checklists are hundreds a year, so the row holds the folded state. */
export const matterMigrations = [
  {
    id: 'projections-2-matters',
    sql: `create table matter (
      kind text not null, id text not null, number text, title text not null, project text, unit text, people text[] not null, state text not null, open boolean not null, due date, level text,
      opened_on date not null, version integer not null, position bigint not null, known json not null, primary key (kind, id)
    );
    create index matter_order on matter (kind, (not open), coalesce(due, 'infinity'::date), id);
    create index matter_project on matter (project) where project is not null;
    create index matter_people on matter using gin (people) where open;
    insert into projection_checkpoint (name, version, rules, position) values ('matter', 1, '', 0)`,
  },
  {
    // Words are found anywhere in a number, a title or a name, two characters of Chinese too: by every character and pair of neighbours, in lower case.
    id: 'projections-3-matter-filters',
    sql: `create function matter_words(number text, title text, people text[]) returns text language sql immutable parallel safe as $$ select lower(concat_ws(' ', number, title, array_to_string(people, ' '))) $$;
    create function matter_grams(words text) returns text[] language sql immutable parallel safe as
      $$ select coalesce(array_agg(distinct gram), '{}') from generate_series(1, length(words)) as place, lateral (values (substr(words, place, 1)), (substr(words, place, 2))) as found(gram) $$;
    create index matter_text on matter using gin (matter_grams(matter_words(number, title, people)));
    create index matter_overdue on matter (kind, due) where open;
    update matter set due = (known ->> 'plannedOn')::date where kind = 'meeting' and state = 'convened' -- a meeting is due on its day`,
  },
  {
    // Names are shown, ids decide who sees: the model is laid anew, for what is known of people now says both.
    id: 'projections-5-matter-people',
    sql: `alter table matter add column people_ids text[] not null default '{}';
    create index matter_people_ids on matter using gin (people_ids) where open;
    delete from matter;
    update projection_checkpoint set position = 0 where name = 'matter'`,
  },
  {
    // Titles say the same in both languages.
    id: 'projections-6-matter-titles',
    sql: `alter table matter add column title_en text not null default '';
    delete from matter;
    update projection_checkpoint set position = 0 where name = 'matter'`,
  },
  {
    // Since which position of the log a matter is known: what was known at an earlier one holds nothing of it.
    id: 'projections-7-matter-since',
    sql: `alter table matter add column since bigint not null default 0;
    create index matter_outreach on matter (opened_on) where kind = 'outreach-record';
    delete from matter;
    update projection_checkpoint set position = 0 where name = 'matter'`,
  },
] as const;

interface MatterModel {
  /** Applies every fact recorded so far; answers the position it now stands at. */
  readonly catchUp: () => Promise<bigint>;
}

const PAGE = 1_000;

export interface MatterLaid {
  readonly kind: string;
  readonly id: string;
  readonly opened_on: string;
  readonly version: number;
  readonly position: string; // of its last fact
  readonly since: string; // … of its first
  readonly known: object;
  readonly line: object;
  readonly people: readonly string[]; // names
  readonly people_ids: readonly PersonId[];
}

const rowOf = (stream: string, history: readonly RecordedEvent[]): MatterLaid | null => {
  const matter = matterOf(stream)!;
  const known = foldMatter(
    matter,
    history.map(({ event }) => event),
  );
  if (known.state === 'none') return null;
  const last = history.at(-1)!;
  const { people, title, ...line } = matter.line(known);
  return {
    kind: matter.name,
    id: stream.slice(matter.name.length + 1),
    opened_on: history[0]!.event.occurredOn,
    version: last.version,
    position: String(last.position),
    since: String(history[0]!.position),
    known,
    line: { ...line, title: title.zh, title_en: title.en },
    people: people.map(({ name }) => name),
    people_ids: people.flatMap(({ id }) => id ?? []),
  };
};

/** Rows of the matters that these streams tell of, and what no row can be made of. */
interface MattersRead {
  readonly rows: readonly MatterLaid[];
  readonly aside: readonly SetAside[];
}

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const UNWRITABLE = /\\u0000|\\ud[89a-f]/i; // as JSON words what no text column holds

/** Why the table could not hold a row; null where it can. */
const whyUnlayable = ({ line, opened_on, known }: MatterLaid): string | null => {
  const { due } = line as { readonly due?: string | null };
  const day = [due ?? null, opened_on].find((one) => one !== null && !DAY.test(one));
  if (day !== undefined) return `${String(day)} is no day`;
  return UNWRITABLE.test(JSON.stringify([line, known])) ? 'a text holds a character that cannot be stored' : null;
};

/** Reads one matter; what cannot be folded or laid is set aside, and its last row stands. */
export const readMatter = (history: readonly RecordedEvent[]): MattersRead => {
  const { stream, position, version } = history.at(-1)!;
  try {
    const row = rowOf(stream, history);
    const why = row === null ? null : whyUnlayable(row);
    if (why === null) return { rows: row === null ? [] : [row], aside: [] };
    return { rows: [], aside: [{ reader: 'matter', stream, position, version, reason: why }] };
  } catch (error) {
    return { rows: [], aside: [{ reader: 'matter', stream, position, version, reason: reasonOf(error) }] };
  }
};

/** As they were known at a position: what was recorded since is for the next page, or a row would tell more than the model says to know. */
const mattersOf = async (store: EventStore, streams: readonly string[], upTo: bigint): Promise<MattersRead> => {
  const historyOf = async (stream: string) =>
    (await store.readStream(stream)).filter(({ position }) => position <= upTo);
  const read = await Promise.all(streams.map(async (stream) => readMatter(await historyOf(stream))));
  return { rows: read.flatMap(({ rows }) => rows), aside: read.flatMap(({ aside }) => aside) };
};

const RECORD = `r(kind text, id text, number text, title text, title_en text, project text, unit text, people json, people_ids json, state text, open boolean, due date,
  level text, opened_on date, version integer, position bigint, since bigint, known json)`;

/** Lays rows of matters, in place of those that stood there. */
export const layMatters = (tx: PoolClient, table: string, rows: readonly MatterLaid[]): Promise<unknown> =>
  rows.length === 0
    ? Promise.resolve()
    : tx.query(
        `insert into ${table} (kind, id, number, title, title_en, project, unit, people, people_ids, state, open, due, level, opened_on, version, position, since, known)
     select kind, id, number, title, title_en, project, unit, array(select json_array_elements_text(people)),
       array(select json_array_elements_text(people_ids)), state, open, due, level, opened_on,
       version, position, since, known
     from json_to_recordset($1::json) as ${RECORD}
     on conflict (kind, id) do update set
       number = excluded.number, title = excluded.title, title_en = excluded.title_en, project = excluded.project, unit = excluded.unit, people = excluded.people, people_ids = excluded.people_ids,
       state = excluded.state, open = excluded.open, due = excluded.due, level = excluded.level, version = excluded.version,
       position = excluded.position, known = excluded.known`,
        [JSON.stringify(rows.map(({ line, ...row }) => ({ ...row, ...line })))],
      );

/** Lays rows one by one; what the database refuses for its content is answered. */
const layOneByOne = async (tx: PoolClient, rows: readonly MatterLaid[]): Promise<readonly SetAside[]> => {
  const refused: SetAside[] = [];
  for (const row of rows) {
    const reason = await attempted(tx, () => layMatters(tx, 'matter', [row]));
    if (reason !== null)
      refused.push({
        reader: 'matter',
        stream: `${row.kind}-${row.id}`,
        position: BigInt(row.position),
        version: row.version,
        reason,
      });
  }
  return refused;
};

/** The position up to which the matters are laid; `lock`: nobody moves it before this transaction ends. */
export const mattersAt = async (on: Pool | PoolClient, lock: '' | 'for update' = ''): Promise<bigint> => {
  const { rows } = await on.query<{ position: string }>(
    `select position from projection_checkpoint where name = 'matter' ${lock}`,
  );
  return BigInt(rows[0]!.position);
};

/**
 * The matters, kept up to date from the log. They are folded holding nothing; the transaction that lays their rows moves the checkpoint,
 * and does neither where another process has moved it meanwhile.
 */
export const matterModel = (pool: Pool, store: EventStore): MatterModel => {
  /** Answers where the model then stands. */
  const step = async (head: bigint): Promise<bigint> => {
    const position = await mattersAt(pool);
    if (head <= position) return position;
    const events = await store.readAll(position, PAGE);
    const reached = events.at(-1)?.position;
    if (reached === undefined) return head;
    const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => matterOf(stream) !== null);
    const { rows, aside } = await mattersOf(store, streams, reached);
    const laid = async (tx: PoolClient, lay: () => Promise<readonly SetAside[]>): Promise<bigint> => {
      if ((await mattersAt(tx, 'for update')) !== position) return position; // another process was first: look again
      const add = [...aside, ...(await lay())];
      const gone = new Set(add.map(({ stream }) => stream));
      await writeAside(tx, 'matter', { add, back: streams.filter((stream) => !gone.has(stream)) });
      await tx.query(`update projection_checkpoint set position = $1 where name = 'matter'`, [String(reached)]);
      return reached;
    };
    try {
      return await inRenewable(pool, (tx) => laid(tx, () => layMatters(tx, 'matter', rows).then(() => [])));
    } catch (error) {
      if (!isUnstorable(error)) throw error;
      return inRenewable(pool, (tx) => laid(tx, () => layOneByOne(tx, rows)));
    }
  };
  return { catchUp: sharedRun(() => upToHead(store, step)) };
};
