import { Rejected, yearEarlier, type FrozenIssue } from '#domain';
import type { Caller } from '#identity';
import type { UnitNames } from '#projections';
import { isOfList, printedFigures, sourceOf } from '#reporting';
import type { Office } from '../office.ts';
import { restatedFigures, type LaterEvent, type RestatedFigure } from '../periods/restated.ts';
import { periodOf, treeOf } from '../numbers/question.ts';
import { issueNumbered, needsAll, readingOf } from './freeze.ts';
import { NO_UNIT } from './report-facts.ts';
import { composeReport } from './print-report.ts';
import { printedSoFar } from './printed.ts';

/** A figure as it was printed and as it is now; `now` is null where it can no longer be printed. */
interface Reprinted {
  readonly issue: string;
  readonly figure: string;
  readonly printed: string;
  readonly now: string | null;
  readonly because: readonly LaterEvent[];
}

/** An issue is measured by the definition under which it was printed, whatever was published since. */
const versionOf = ({ name, version }: FrozenIssue['definition']): string => `${name}@${version}`;

/** Figures of an issue by key as they are now, in its own words: its template, its day, its period, with everything known. */
const figuresNow = async (
  office: Office,
  caller: Caller,
  { report: name, period, unit, asOf, asKnown, number, signedOn, template, definition }: FrozenIssue,
): Promise<ReadonlyMap<string, string>> => {
  const at = await office.numbers.catchUp();
  const asked = { period, unit: unit ?? undefined, asOf, definition: versionOf(definition), at };
  try {
    const signed = { number, day: signedOn, asKnown };
    const { report } = await composeReport(office, caller, name, asked, signed, template.text);
    return new Map(printedFigures(report).map(({ key, printed: now }) => [key, now]));
  } catch (error) {
    if (error instanceof Rejected && error.code === 'figure-does-not-exist') return new Map(); // the issue could not be printed now
    throw error;
  }
};

/** The same span of days a year before, as a period. */
const yearBeforeOf = (period: string): string => {
  const { from, to } = periodOf(period);
  return `${yearEarlier(from)}..${yearEarlier(to)}`;
};

/** What of the issue's metrics is otherwise, in its period and in the year before it. */
const restatedUnder = async (
  office: Office,
  caller: Caller,
  { period, unit, asOf, position, definition }: FrozenIssue,
  metrics: readonly string[],
): Promise<readonly RestatedFigure[]> => {
  if (metrics.length === 0) return [];
  const query = { metric: [...metrics], definition: versionOf(definition), ...(unit === null ? {} : { unit }) };
  const at = BigInt(position);
  const earlier = { ...query, period: yearBeforeOf(period), asOf: yearEarlier(asOf) };
  return [
    ...(await restatedFigures(office, caller, { ...query, period, asOf }, at)),
    ...(await restatedFigures(office, caller, earlier, at)),
  ];
};

/** The units of an issue's cells: as the tree named them when it was printed, and as it names them now. */
interface Trees {
  readonly then: UnitNames;
  readonly now: UnitNames;
}

const treesOf = async ({ store, numbers }: Office, { asOf, position, edition }: FrozenIssue): Promise<Trees> => ({
  then: await treeOf(store, asOf, BigInt(position), readingOf(edition)),
  now: await treeOf(store, asOf, await numbers.catchUp(), undefined),
});

/** Whose a figure is: the unit by its code where the tree of then or of now has one; undefined: of the whole. */
const unitIn = (key: string, { then, now }: Trees): string | null | undefined => {
  const [, name] = key.split('@');
  if (name === undefined) return undefined;
  if (name === NO_UNIT) return null;
  return then.unitOf(name)?.code ?? now.unitOf(name)?.code ?? name;
};

/** signed.value@一组, as an issue would name it now. */
const keyNow = (key: string, trees: Trees): string => {
  const unit = unitIn(key, trees);
  return unit == null ? key : `${key.split('@')[0]}@${trees.now.unitOf(unit)!.name}`;
};

const isBehind = (key: string, { metric, whole, key: row }: RestatedFigure, trees: Trees): boolean => {
  if (metric !== sourceOf(key)) return false;
  const unit = unitIn(key, trees);
  return unit === undefined ? whole : !whole && (trees.now.unitOf(row)?.code ?? row) === unit;
};

const once = (events: readonly LaterEvent[]): readonly LaterEvent[] => [
  ...new Map(events.map((event) => [event.position, event])).values(),
];

const reprinted = async (office: Office, caller: Caller, issue: FrozenIssue): Promise<readonly Reprinted[]> => {
  const now = await figuresNow(office, caller, issue);
  const trees = await treesOf(office, issue);
  const changed = issue.figures
    .map((figure) => ({ ...figure, now: now.get(keyNow(figure.key, trees)) ?? null }))
    .filter(({ printed, now: is }) => is !== printed);
  const metrics = [
    ...new Set(
      changed
        .map(({ key }) => key)
        .filter((key) => !isOfList(key))
        .map(sourceOf),
    ),
  ];
  const restated = await restatedUnder(office, caller, issue, metrics);
  return changed.map(({ key, printed, now: is }) => ({
    issue: issue.number,
    figure: key,
    printed,
    now: is,
    because: once(restated.filter((one) => isBehind(key, one, trees)).flatMap(({ because }) => because)),
  }));
};

/** Printed figures that are otherwise now, and because of which events; of the issues from `since` on, or of all. Throws Rejected 'report-number-unknown'. */
export const restatements = async (
  office: Office,
  caller: Caller,
  since: string | null,
): Promise<{ readonly rows: readonly Reprinted[] }> => {
  needsAll(caller);
  const printed = await printedSoFar(office.store);
  const issues = [...printed.issues.values()];
  const from = since === null ? 0 : issues.indexOf(issueNumbered(printed, since));
  const rows: Reprinted[] = [];
  for (const issue of issues.slice(from)) rows.push(...(await reprinted(office, caller, issue)));
  return { rows };
};
