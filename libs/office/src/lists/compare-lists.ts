import { projectStream, type IsoDate } from '#domain';
import {
  compareDays,
  factOfDay,
  knownAt,
  leaversOf,
  listNamed,
  listRows,
  listTotals,
  type DaysDiffer,
  type ListDefinition,
  type ListRow,
  type ListTotals,
} from '#projections';
import type { Asking, Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { eventOf, type EventBehind, type Histories } from '../numbers/event-behind.ts';
import { instantPosition } from '../projects/instant.ts';
import { refused } from '../refusals.ts';
import { compareHeld } from './compare-held.ts';
import type { CompareQuery, Comparison, FieldChanged, Named } from './comparison.ts';
import { HELD } from './held-rows.ts';
import { narrowedTo } from './narrowed.ts';

/** What of a row is told where it differs. Ages and days late grow by themselves and are no change. */
const COMPARED = [
  ...['name', 'unit', 'phase', 'colour', 'clock', 'due', 'contracted', 'arrived', 'agreedStart', 'startReportedOn'],
  ...['startedOn', 'enteredOn', 'onHold', 'responsible', 'steward', 'region', 'contractNo', 'reason'],
  ...['progress', 'nextStep', 'nextDate', 'tags'],
] as const satisfies readonly (keyof ListRow)[];

const named = ({ id, code, name }: Named): Named => ({ id, code, name });

const changesOf = (before: ListRow, after: ListRow): readonly FieldChanged[] =>
  COMPARED.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => ({
    project: named(after),
    field: name,
    before: before[name],
    after: after[name],
  }));

/** The fact that took a project off the list on a day. */
const factThatTook = async (
  { projects }: Histories,
  id: string,
  on: IsoDate | null,
  position: bigint | null,
): Promise<EventBehind | null> => {
  if (on === null) return null;
  const history = await projects.historyOf(projectStream(id));
  const fact = factOfDay(knownAt(history, position), on);
  return fact === null ? null : eventOf(history, fact.version);
};

const projectsCompared = async (
  asking: Asking,
  list: ListDefinition,
  asked: CompareQuery,
  most: number | null,
): Promise<Comparison> => {
  const { office, scope } = asking;
  const { pool, store } = office;
  const { from, to } = asked;
  const position = await instantPosition(store, asked.asKnown);
  const names = await office.organisation.names();
  const conditions = [...list.where, ...narrowedTo(names, asked)];
  const days = { conditions, from, to, position, scope, limit: most };
  const whole = { list: { ...list, where: conditions }, scope };
  const [found, ofFrom, ofTo]: [DaysDiffer, ListTotals, ListTotals] = await Promise.all([
    compareDays(pool, days),
    listTotals(pool, { ...whole, asOf: { day: from, position } }),
    listTotals(pool, { ...whole, asOf: { day: to, position } }),
  ]);
  const on = async (day: IsoDate, ids: readonly string[]): Promise<ReadonlyMap<string, ListRow>> => {
    if (ids.length === 0) return new Map();
    const every = { ...list, where: [{ field: 'id', is: ids }] };
    const { rows } = await listRows(pool, { list: every, asOf: { day, position }, scope, limit: null }, names);
    return new Map(rows.map((row) => [row.id, row]));
  };
  const [before, after] = await Promise.all([
    on(from, [...found.left, ...found.stayed]),
    on(to, [...found.entered, ...found.stayed]),
  ]);
  const left: Comparison['left'][number][] = [];
  for (const { id, phase, on: day } of await leaversOf(pool, days, found.left))
    left.push({
      project: named(before.get(id)!),
      because: { phase, event: await factThatTook(office, id, day, position) },
    });
  return {
    list: list.name,
    from,
    to,
    asKnown: asked.asKnown ?? office.now().toISOString(),
    entered: found.entered.map((id) => named(after.get(id)!)),
    left,
    changed: found.stayed.flatMap((id) => changesOf(before.get(id)!, after.get(id)!)),
    counts: { entered: found.counts.entered, left: found.counts.left, touched: found.counts.stayed },
    totals: { from: ofFrom, to: ofTo },
  };
};

const ROWS_ASKED = 100;

/** A list on two days, narrowed alike on both (a colour is that of each day): who came, who left and by which fact, and what changed of those who stayed. `most`: of each kind, null for all. Throws Rejected 'list-unknown' and 'days-reversed'. */
export const compareLists = async (
  asking: Asking,
  name: string,
  asked: CompareQuery,
  most: number | null,
): Promise<Comparison> => {
  if (asked.from > asked.to) throw refused('days-reversed', 'from');
  if (name === HELD.name) return compareHeld(asking, asked);
  const list = listNamed(name);
  if (list === null) throw refused('list-unknown');
  return projectsCompared(asking, list, asked, most);
};

export const compareList: Question<{ readonly name: string; readonly asked: CompareQuery }, Comparison> = {
  upToDate: ['projects'],
  look: ({ name, asked: { from, asKnown } }) => lookAt('list', name, { asOf: from, asKnown }),
  answer: (asking, { name, asked }) => compareLists(asking, name, asked, asked.limit ?? ROWS_ASKED),
};
