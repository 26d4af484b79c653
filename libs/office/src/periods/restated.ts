import { formulaOf, projectStream, type Actor, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import { eventOf, type EventBehind, type Histories } from '../numbers/event-behind.ts';
import { partsOf, type FigureValue } from '../numbers/figure.ts';
import { indicators, type IndicatorRow, type Indicators } from '../numbers/indicators.ts';
import type { IndicatorsQuery } from '../numbers/queries.ts';
import { figuresAsked, type Asked } from '../numbers/question.ts';
import { rowsBy } from '../numbers/rows-by.ts';
import type { Office } from '../office.ts';
import { changedParts, type ChangedPart } from './changed-parts.ts';

/** An event that was recorded after figures were reported and reaches into them. */
export interface LaterEvent extends EventBehind {
  readonly project: ChangedPart['project'];
  readonly position: number;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly approver: string | null;
}

/** A figure that is otherwise now than it was reported, and the events by which it is. `key` and `unit`: of the row, null for the whole. */
export interface RestatedFigure {
  readonly metric: string;
  readonly key: string | null;
  readonly unit: IndicatorRow['unit'];
  readonly whole: boolean;
  readonly printed: FigureValue | null;
  readonly now: FigureValue | null;
  readonly because: readonly LaterEvent[];
}

type Row = Pick<IndicatorRow, 'unit' | 'figures'> & { readonly key: string | null; readonly whole: boolean };

const rowsOf = ({ rows, total }: Indicators): readonly Row[] => [
  { key: null, unit: null, figures: total.figures, whole: true },
  ...rows.map((row) => ({ ...row, whole: false })),
];

const CORRECTIONS: ReadonlySet<string> = new Set(['FactCorrected', 'FactVoided']);

/** What was recorded of a project after a position and can reach a day: facts up to it, and corrections whatever their own day. */
const laterEvents = async (
  { projects }: Histories,
  project: ChangedPart['project'],
  position: bigint,
  day: IsoDate,
): Promise<readonly LaterEvent[]> => {
  const history = await projects.historyOf(projectStream(project.id));
  return history
    .filter((one) => one.position > position && (one.event.occurredOn <= day || CORRECTIONS.has(one.event.type)))
    .map((one) => ({
      ...eventOf(history, one.version)!,
      project,
      position: Number(one.position),
      recordedAt: one.recordedAt,
      actor: one.meta.actor,
      approver: one.meta.approver ?? null,
    }));
};

interface Difference {
  readonly metric: string;
  readonly before: Row;
  readonly after: Row | undefined;
}

const NO_ROW: Pick<Row, 'figures'> = { figures: {} };

/** `keyNow`: a unit that the tree did not know has a row by its name, and by its code once it does. */
const differencesOf = (
  then: Indicators,
  now: Indicators,
  keyNow: (key: string | null) => string | null,
): readonly Difference[] => {
  const metrics = Object.keys(then.total.figures);
  const [before, after] = [rowsOf(then), rowsOf(now)];
  const same = (a: Row, b: Row): boolean => a.whole === b.whole && (a.key === b.key || keyNow(a.key) === b.key);
  const gone = before.map((row) => [row, after.find((one) => same(row, one))] as const);
  const come = after
    .filter((row) => !before.some((one) => same(one, row)))
    .map((row) => [{ ...row, ...NO_ROW }, row] as const);
  return metrics.flatMap((metric) =>
    [...gone, ...come]
      .filter(
        ([a, b]) =>
          JSON.stringify(a.figures[metric]?.value ?? null) !== JSON.stringify(b?.figures[metric]?.value ?? null),
      )
      .map(([a, b]) => ({ metric, before: a, after: b })),
  );
};

/** Events by project, each history read once. */
const laterEventsOf = (office: Histories, position: bigint, day: IsoDate) => {
  const told = new Map<string, Promise<readonly LaterEvent[]>>();
  return async (projects: Iterable<ChangedPart['project']>): Promise<readonly LaterEvent[]> => {
    const all: LaterEvent[] = [];
    for (const project of new Map([...projects].map((one) => [one.id, one])).values()) {
      const events = told.get(project.id) ?? laterEvents(office, project, position, day);
      told.set(project.id, events);
      all.push(...(await events));
    }
    return all.sort((a, b) => a.position - b.position);
  };
};

/** The projects by which a figure of a row is otherwise: those that changed there, or in the whole. */
const projectsBehind = (
  { before, after = before }: Difference,
  parts: readonly ChangedPart[],
  by: string,
  asked: Asked,
): readonly ChangedPart['project'][] => {
  const rows = rowsBy(
    by,
    asked,
    parts.flatMap(({ keys }) => [...keys]),
  );
  const written = rows.find(({ key }) => key === after.key)?.written ?? [];
  return parts
    .filter(({ keys, inWhole }) => (before.whole ? inWhole : written.some((key) => keys.has(key))))
    .map(({ project }) => project);
};

/**
 * Figures that were reported as known at a position, against the same figures now: which are otherwise, and because of which events. The query names
 * the definition by which they were reported. Costs two tables; every row of a part of each metric that differs. Throws as `indicators`.
 */
export const restatedFigures = async (
  office: Office,
  caller: Caller,
  query: IndicatorsQuery,
  position: bigint,
): Promise<readonly RestatedFigure[]> => {
  const then = await indicators(office, caller, query, { at: position });
  const fixed = { ...query, asOf: then.asOf };
  const by = query.by ?? 'unit';
  const dimension = by === 'team' ? 'unit' : by;
  const askedNow = await figuresAsked(office, caller, fixed, dimension);
  const keyNow = (key: string | null) => (dimension === 'unit' && askedNow.names.unitOf(key)?.code) || key;
  const differences = differencesOf(then, await indicators(office, caller, fixed), keyNow);
  if (differences.length === 0) return [];
  const askedThen = await figuresAsked(office, caller, fixed, dimension, { at: position });
  const changed = new Map<string, readonly ChangedPart[]>();
  for (const metric of new Set(differences.map((one) => one.metric))) {
    const parts: ChangedPart[] = [];
    for (const part of partsOf(formulaOf(askedNow.question.definition, metric)!))
      parts.push(...(await changedParts(office, part, askedThen.question, askedNow.question)));
    changed.set(metric, parts);
  }
  const eventsOf = laterEventsOf(office, position, then.asOf);
  const found: RestatedFigure[] = [];
  for (const difference of differences) {
    const { metric, before, after } = difference;
    const { key, unit, whole } = before;
    found.push({
      metric,
      key,
      unit,
      whole,
      printed: before.figures[metric]?.value ?? null,
      now: after?.figures[metric]?.value ?? null,
      because: await eventsOf(projectsBehind(difference, changed.get(metric)!, by, askedNow)),
    });
  }
  return found;
};
