import {
  field,
  foldTargets,
  targetId,
  targetStream,
  type Actor,
  type RecordedEvent,
  type Target,
  type TargetEvent,
} from '#domain';
import type { FigureValue } from '../numbers/figure.ts';
import { shownTarget } from '../numbers/targets-beside.ts';
import type { Office } from '../office.ts';

export class TargetsQuery {
  @field.integer({ zh: '年度', en: 'Year', min: 1950, max: 2200 }) year!: number;
  @field.text({ zh: '指标', en: 'Metric', optional: true, max: 60 }) metric?: string;
  @field.text({ zh: '单位编码', en: 'Code of a unit', optional: true, max: 100 }) unit?: string;
  @field.text({ zh: '下达单位', en: 'Issuer', optional: true, max: 100 }) issuer?: string;
}

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
/** A target as it stands, with all that was said of it, the first first. `unit` null: the whole bureau. */
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
}

const sayingOf = ({ event, recordedAt, meta }: RecordedEvent): TargetSaying => {
  const { type, occurredOn, data } = event as TargetEvent;
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

/** The targets of a year as they stand, each with its history. */
export const showTargets = async (office: Office, query: TargetsQuery): Promise<ShownTargets> => {
  const recorded = await office.store.readStream(targetStream(query.year));
  const names = await office.organisation.names();
  const targets = [...foldTargets(recorded.map(({ event }) => event as TargetEvent)).values()];
  return {
    year: query.year,
    version: recorded.length,
    targets: targets
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
        history: recorded
          .filter(({ event }) => targetId((event as TargetEvent).data) === targetId(target))
          .map(sayingOf),
      })),
  };
};
