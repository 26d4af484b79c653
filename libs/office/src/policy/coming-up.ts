import { addDays, projectStream, type IsoDate, type Organisation, type RecordedEvent, type Rules } from '#domain';
import { comingAhead, forward, holderIn, type ComingCounts, type ComingDay, type Forward } from '#reminders';
import { refused } from '../refusals.ts';
import type { Question } from '../ask.ts';
import type { ForwardQuery } from './bodies.ts';

export interface Coming {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly counts: ComingCounts & { readonly projects: number };
  readonly perDay: readonly ComingDay[];
  readonly rows: readonly Forward[];
  readonly next: string | null;
}

const cursorOf = (text: string | undefined): readonly [string, string] | null => {
  if (text === undefined) return null;
  const [, first, project] = /^(\d{4}-\d{2}-\d{2})\|(.+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (first === undefined || project === undefined) throw refused('invalid-cursor', 'cursor');
  return [first, project];
};

/** Seven days from `week` on, as far as they lie in the time looked at. */
const within = (from: IsoDate, to: IsoDate, week: IsoDate): readonly [IsoDate, IsoDate] => {
  const last = addDays(week, 6);
  return [week > from ? week : from, last < to ? last : to];
};

const encoded = ({ first, project }: { readonly first: string; readonly project: string }): string =>
  Buffer.from(`${first}|${project}`).toString('base64url');

/** By what a project's coming days were worked out. */
interface Basis {
  readonly rules: Rules;
  readonly tree: Organisation;
  readonly today: IsoDate;
  readonly days: number;
}

const lately = new WeakMap<readonly RecordedEvent[], { readonly basis: Basis; readonly row: Forward | null }>();
/** A history that was looked at lately is the same array: what was told of it stands while rules, organisation and day do. */
const forwardOnce = (history: readonly RecordedEvent[], basis: Basis): Forward | null => {
  const { rules, tree, today, days } = basis;
  const known = lately.get(history);
  const stands =
    known?.basis.rules === rules &&
    known.basis.tree === tree &&
    known.basis.today === today &&
    known.basis.days === days;
  if (stands) return known.row;
  const row = forward(history, rules, today, days, holderIn(tree));
  lately.set(history, { basis, row });
  return row;
};

/** Due days, notices and days of turning red that lie ahead. Counts and order come from the read models; only the projects of the page are folded. */
export const showComing: Question<ForwardQuery, Coming> = {
  upToDate: ['projects', 'reminders'],
  answer: async ({ office, scope }, { days: ahead = '30', unit, week, cursor, limit = 100 }) => {
    const { pool } = office;
    const today = office.today();
    const after = cursorOf(cursor);
    const to = addDays(today, Number(ahead));
    const [rules, { tree }, names] = await Promise.all([
      office.rules(),
      office.organisation.current(),
      office.organisation.names(),
    ]);
    const units = unit === undefined ? null : (names.subtree(unit) ?? [unit]);
    const days = week === undefined ? ([today, to] as const) : within(today, to, week);
    const question = { from: today, to, scope, units };
    const { perDay, projects } = await comingAhead(pool, question, { days, after, limit: limit + 1 });
    const page = projects.slice(0, limit);
    const last = page.at(-1);
    const basis = { rules, tree, today, days: Number(ahead) };
    const rows = await Promise.all(
      page.map(async ({ project }) => forwardOnce(await office.projects.historyOf(projectStream(project)), basis)),
    );
    const sum = (of: keyof ComingCounts): number => perDay.reduce((total, one) => total + one[of], 0);
    return {
      from: today,
      to,
      counts: { projects: projects[0]?.projects ?? 0, dues: sum('dues'), notices: sum('notices'), reds: sum('reds') },
      perDay,
      rows: rows.filter((row) => row !== null),
      next: projects.length > limit && last !== undefined ? encoded(last) : null,
    };
  },
};
