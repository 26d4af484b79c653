import {
  decimalFraction,
  divided,
  fenOf,
  foldTargets,
  saidUntil,
  wholeOf,
  targetStream,
  type Fraction,
  type IsoDate,
  type Target,
  type TargetEvent,
  type Targets,
  type TargetValue,
} from '#domain';
import type { EventStore } from '#event-store';

/** The targets of a year as they stood on a day, as known at a position. Cost: the targets of that year. */
export const targetsKnown = async (
  store: EventStore,
  year: number,
  { position, day }: { readonly position: bigint; readonly day: IsoDate },
): Promise<Targets> => {
  const known = (await store.readStream(targetStream(year))).filter((recorded) => recorded.position <= position);
  const said = known.map(({ event }) => ({ event: event as TargetEvent }));
  return foldTargets(saidUntil(said, day).map(({ event }) => event));
};

/** The target of a unit (null: the whole bureau) for a metric: the issuer's asked for, or else the first that was set. */
export const targetOf = (
  targets: Targets,
  metric: string,
  unit: string | null,
  issuer: string | null,
  definition: string,
): Target | null =>
  [...targets.values()].find(
    (one) =>
      one.metric === metric &&
      one.unit === unit &&
      one.definition === definition &&
      (issuer === null || one.issuer === issuer),
  ) ?? null;

/** A target as a fraction of what its metric counts: 分, pieces, or a share of one. */
export const exactTarget = (value: TargetValue): Fraction => {
  if ('money' in value) return wholeOf(fenOf(value.money.amount));
  if ('count' in value) return wholeOf(BigInt(value.count));
  return divided(decimalFraction(value.percent), wholeOf(100n))!;
};
