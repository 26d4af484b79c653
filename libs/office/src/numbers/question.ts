import {
  DEFAULT_DEFINITION,
  definitionNamed,
  DEFINITIONS,
  foldDefinitions,
  readPeriod,
  type Definition,
  type DefinitionEvent,
  type IsoDate,
  type Period,
} from '#domain';
import type { EventStore } from '#event-store';
import type { Caller } from '#identity';
import {
  firstReadingOf,
  unitNames,
  ORGANISATION_STREAM,
  type Dimension,
  type FigureQuestion,
  type UnitNames,
} from '#projections';
import type { Office } from '../office.ts';
import { instantPosition } from '../projects/instant.ts';
import { refused } from '../refusals.ts';
import type { FiguresQuery } from './queries.ts';
import { withUnitsOf } from './own-units.ts';
import { seenPart, type SeenPart } from './seen-part.ts';

/** A question for figures, read: what it asks of the rows, the organisation tree of then, and where it stands on both time axes. */
export interface Asked {
  readonly question: FigureQuestion;
  readonly names: UnitNames;
  readonly unit: string | null;
  readonly seen: SeenPart;
  readonly position: bigint;
  readonly asKnown: string;
}

/** Where an answer stands, said in every one. */
export interface Standing {
  readonly period: string;
  readonly asOf: IsoDate;
  readonly asKnown: string;
  readonly position: number;
}
export const standing = ({ question, asKnown, position }: Asked): Standing => ({
  period: question.period.name,
  asOf: question.asOf.day,
  asKnown,
  position: Number(position),
});

/** The organisation as it was on a day, as known at a position. */
export const treeOf = async (
  store: EventStore,
  day: IsoDate,
  position: bigint,
  reading: Fixed['reading'],
): Promise<UnitNames> => {
  const known = (await store.readStream(ORGANISATION_STREAM)).filter((event) => event.position <= position);
  return reading === 'first' ? firstReadingOf(known, day) : unitNames(known, day);
};

export const periodOf = (text: string): Period => readPeriod(text) ?? refusePeriod();
const refusePeriod = (): never => {
  throw refused('period-unknown', 'period');
};

/** The definition of that name as it was known at a position. Throws Rejected 'definition-unknown'. */
const definitionAt = async ({ store }: Office, named: string, position: bigint): Promise<Definition> => {
  const known = (await store.readStream(DEFINITIONS)).filter((one) => one.position <= position);
  const found = definitionNamed(foldDefinitions(known.map(({ event }) => event as DefinitionEvent)), named);
  if (found === null) throw refused('definition-unknown', 'definition');
  return found;
};

/** The unit that is asked of, with those below it; the whole bureau where none is named. Throws Rejected 'unit-unknown'. */
const unitAsked = (
  names: UnitNames,
  named: string | undefined,
): Pick<Asked, 'unit'> & Pick<FigureQuestion, 'where'> => {
  if (named === undefined) return { unit: null, where: [] };
  const below = names.subtree(named);
  if (below === null) throw refused('unit-unknown', 'unit');
  return { unit: names.unitOf(named)?.code ?? null, where: [{ field: 'unit', is: below }] };
};

/** What who puts a question may fix: as known at which position, instead of an instant; by which definition, published or not; and how it is read. */
export interface Fixed {
  readonly at?: bigint | null;
  readonly by?: Definition;
  readonly reading?: FigureQuestion['reading']; // of what was printed by it
}

/** The definition that is named or fixed, with the units of the day in it: what was printed by the first reading took units as they are written. */
const definitionAsked = async (
  office: Office,
  named: string,
  position: bigint,
  names: UnitNames,
  { by, reading }: Fixed,
): Promise<Definition> => {
  const definition = by ?? (await definitionAt(office, named, position));
  return reading !== 'first' ? withUnitsOf(definition, names) : definition;
};

/**
 * Reads a question and brings the models up to the log's head. Who sees one unit only asks of that unit where none is named. Throws Rejected 'period-unknown', 'definition-unknown', 'unit-unknown' and 'invalid-request'.
 */
export const figuresAsked = async (
  office: Office,
  caller: Caller,
  { period: written, asOf, asKnown, unit: given, definition: named = DEFAULT_DEFINITION.name }: FiguresQuery,
  by: Dimension | null,
  fixed: Fixed = {},
): Promise<Asked> => {
  const period = periodOf(written);
  const today = office.today();
  const day = asOf ?? (period.to < today ? period.to : today);
  const instant = fixed.at ?? (await instantPosition(office.store, asKnown));
  const [reached] = await Promise.all([office.numbers.catchUp(), office.matters.catchUp()]);
  const position = instant === null || instant > reached ? reached : instant;
  const names = await treeOf(office.store, day, position, fixed.reading);
  const definition = await definitionAsked(office, named, position, names, fixed);
  const scope = await office.visibleTo(caller);
  const seen = seenPart(caller, scope, names);
  const { unit, where } = unitAsked(names, given ?? seen.own);
  return {
    question: {
      period,
      definition,
      asOf: { day, position: instant },
      scope,
      where,
      by,
      reading: fixed.reading,
    },
    names,
    unit,
    seen,
    position,
    asKnown: asKnown ?? office.now().toISOString(),
  };
};
