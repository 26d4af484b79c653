import {
  field,
  foldTargets,
  saidUntil,
  targetId,
  targetStream,
  type Actor,
  type IsoDate,
  type RecordedEvent,
  type Target,
  type Targets,
  type TargetEvent,
} from '#domain';
import type { UnitNames } from '#projections';
import type { FigureValue } from '../numbers/figure.ts';
import { shownTarget, targetsBeside, type TargetsBeside } from '../numbers/targets-beside.ts';
import type { Office } from '../office.ts';
import { instantPosition } from '../projects/instant.ts';

export class TargetsQuery {
  @field.integer({ zh: '年度', en: 'Year', min: 1950, max: 2200 }) year!: number;
  @field.text({ zh: '指标', en: 'Metric', optional: true, max: 60 }) metric?: string;
  @field.text({ zh: '单位编码', en: 'Code of a unit', optional: true, max: 100 }) unit?: string;
  @field.text({ zh: '下达单位', en: 'Issuer', optional: true, max: 100 }) issuer?: string;
  @field.day({ zh: '截至业务日期', en: 'As they stood on this business day', optional: true }) asOf?: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
}

type SaidOfTarget = RecordedEvent & { readonly event: TargetEvent };

/** One saying of a target: set, or revised with its reason. */
interface TargetSaying {
  readonly type: TargetEvent['type'];
  readonly on: string;
  readonly recordedAt: string;
  readonly by: Actor;
  readonly value: FigureValue;
  readonly provisional: boolean;
  readonly reason: string | null;
  readonly basis: string | null;
}
/** A target as it stands, or stood, with all that was said of it, the first first. `unit` null: the whole bureau. */
interface ShownTarget {
  readonly metric: string;
  readonly definition: string;
  readonly issuer: string;
  readonly unit: { readonly code: string | null; readonly name: string } | null;
  readonly within: string | null;
  readonly year: number;
  readonly value: FigureValue;
  readonly provisional: boolean;
  readonly history: readonly TargetSaying[];
}
interface ShownTargets {
  readonly year: number;
  readonly version: number;
  readonly targets: readonly ShownTarget[];
  readonly beside: readonly (TargetsBeside & { readonly definition: string })[]; // of the whole bureau
}

const sayingOf = ({ event, recordedAt, meta }: SaidOfTarget): TargetSaying => {
  const { type, occurredOn, data } = event;
  return {
    type,
    on: occurredOn,
    recordedAt,
    by: meta.actor,
    value: shownTarget(data),
    provisional: data.provisional,
    reason: 'reason' in data ? data.reason : null,
    basis: meta.basis ?? null,
  };
};

const isAsked = (target: Target, { metric, unit, issuer }: TargetsQuery): boolean =>
  (metric === undefined || target.metric === metric) &&
  (unit === undefined || target.unit === unit) &&
  (issuer === undefined || target.issuer === issuer);

/** What each issuer set for the whole bureau, beside the sum of its units, definition by definition. */
const besideOf = (targets: Targets, names: UnitNames): ShownTargets['beside'] =>
  [...new Set([...targets.values()].map(({ definition }) => definition))].flatMap((definition) => {
    const mine = [...targets.values()].filter((one) => one.definition === definition);
    const metrics = [...new Set(mine.map(({ metric }) => metric))];
    return targetsBeside(targets, metrics, { unit: null, definition }, names).map((one) => ({ ...one, definition }));
  });

/** The targets of a year as they stand, or as they stood on a day and were known at an instant, each with its history until then. */
export const showTargets = async (office: Office, query: TargetsQuery): Promise<ShownTargets> => {
  const history = await office.store.readStream(targetStream(query.year));
  const position = await instantPosition(office.store, query.asKnown);
  const known = history
    .filter((one) => position === null || one.position <= position)
    .map((one) => ({ ...one, event: one.event as TargetEvent }));
  const said = saidUntil(known, query.asOf ?? office.today());
  const names = await office.organisation.names();
  const targets = foldTargets(said.map(({ event }) => event));
  return {
    year: query.year,
    version: history.length,
    beside: besideOf(targets, names),
    targets: [...targets.values()]
      .filter((target) => isAsked(target, query))
      .map((target): ShownTarget => ({
        metric: target.metric,
        definition: target.definition,
        issuer: target.issuer,
        unit: names.unitOf(target.unit),
        within: target.within ?? null,
        year: target.year,
        value: shownTarget(target),
        provisional: target.provisional,
        history: said.filter(({ event }) => targetId(event.data) === targetId(target)).map(sayingOf),
      })),
  };
};
