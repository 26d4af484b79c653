import type { Pool } from 'pg';
import { RUNGS, type IsoDate } from '#domain';
import { WITH_PROJECT } from './notice-row.ts';

/** The notices of somebody about one project, or the circulars of one month, which are one thing to read. */
export interface InboxGroup {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly month: string | null; // YYYY-MM of the circulars; null for all else
  readonly rungs: readonly { readonly rung: string; readonly count: number; readonly open: number }[]; // the most serious first
  readonly count: number;
  readonly open: number; // not acknowledged by the one who asks
  readonly latest: IsoDate; // day on which the last of them was sent
}

/** Whose notices: the names under which they reach somebody, and the login that acknowledges. */
export interface Addressed {
  readonly recipients: readonly string[];
  readonly user: string;
}
export interface Wanted {
  readonly open: boolean | null; // true: not acknowledged; false: acknowledged; null: all
  readonly rung: string | null;
}

interface Line {
  readonly project: string | null;
  readonly code: string | null;
  readonly title: string | null;
  readonly month: string | null;
  readonly rung: string;
  readonly count: number;
  readonly open: number;
  readonly latest: IsoDate;
}

const LINES = `with mine as (
    select key, max(sent_at at time zone 'Asia/Shanghai')::date as told_on from reminder_recipient where recipient = any($1::text[]) group by key
  ), lines as (
    select m.rung, told_on, case when m.rung = 'circular' then null else m.project end as project,
      case when m.rung = 'circular' then to_char(told_on, 'YYYY-MM') end as month, $2 = any(m.acknowledged_by) as done
    from mine join reminder m using (key)
    where ($3::boolean is null or (not $2 = any(m.acknowledged_by)) = $3) and ($4::text is null or m.rung = $4)
  )
  select m.project, p.code, p.title, month, rung, count(*)::integer as count, (count(*) filter (where not done))::integer as open, max(told_on) as latest
  from lines m ${WITH_PROJECT}
  group by m.project, p.code, p.title, month, rung`;

const height = (rung: string): number => (RUNGS as readonly string[]).indexOf(rung);

const joined = (lines: readonly Line[]): InboxGroup => {
  const [{ project, code, title, month }] = lines as readonly [Line, ...Line[]];
  const rungs = lines
    .map(({ rung, count, open }) => ({ rung, count, open }))
    .sort((a, b) => height(b.rung) - height(a.rung));
  return {
    project: project === null ? null : { id: project, code, name: title },
    month,
    rungs,
    count: rungs.reduce((sum, { count }) => sum + count, 0),
    open: rungs.reduce((sum, { open }) => sum + open, 0),
    latest: lines.map(({ latest }) => latest).reduce((a, b) => (a > b ? a : b)),
  };
};

const worst = ({ rungs }: InboxGroup): number => height(rungs[0]!.rung);

/** What lies in an inbox, project by project: the most serious rung first, then what was sent last. */
export const inboxGroups = async (
  pool: Pool,
  { recipients, user }: Addressed,
  { open, rung }: Wanted,
): Promise<readonly InboxGroup[]> => {
  const { rows } = await pool.query<Line>({
    name: 'luodi-inbox-groups',
    text: LINES,
    values: [recipients, user, open, rung],
  });
  const groups = new Map<string, Line[]>();
  for (const line of rows) {
    const key = `${line.project ?? ''}|${line.month ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()]
    .map(joined)
    .sort((a, b) => worst(b) - worst(a) || (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0));
};
