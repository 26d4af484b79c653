import { knownStreams, type EventStore } from '#event-store';
import type { IsoDate, RecordedEvent } from '#domain';
import { namesOf, type NamedUnit, type Unit } from './unit-names.ts';

export const ORGANISATION_STREAM = 'organisation-main';

/** The organisation tree as names and codes: what facts write as "unit" is either. */
export interface UnitNames {
  readonly version: number; // of the organisation's stream
  readonly all: readonly Unit[];
  readonly unitOf: (written: string | null) => { readonly code: string | null; readonly name: string } | null;
  /** A unit and everything below it, as every code and name under which facts may have written them. */
  readonly subtree: (code: string) => readonly string[] | null;
}

interface Told {
  readonly code: string;
  readonly name?: string;
  readonly kind?: string;
  readonly parent?: string | null;
  readonly to?: string | null;
}

/** What a later fact makes of a unit. */
const changed = (unit: NamedUnit, type: string, { to, parent }: Told): NamedUnit => {
  switch (type) {
    case 'UnitRenamed':
      return { ...unit, name: to!, formerNames: [...unit.formerNames, unit.name] };
    case 'UnitMoved':
      return { ...unit, parent: to ?? parent ?? null };
    case 'UnitReclassified':
      return { ...unit, kind: to! };
    case 'UnitClosed':
      return { ...unit, closed: true };
    case 'UnitReopened':
      return { ...unit, closed: false };
    default:
      return unit;
  }
};

/**
 * The units as they stood on a day (null: as they stand). Before the tree was first told of it was as it was first told; a unit that is added
 * later, and a name that one bears later, are known of all the same: a ledger of last year is written in the names of today.
 */
const fold = (events: readonly RecordedEvent[], day: IsoDate | null): ReadonlyMap<string, NamedUnit> => {
  const units = new Map<string, NamedUnit>();
  const founded = events.find(({ event }) => event.type === 'UnitAdded')?.event.occurredOn ?? '';
  for (const { event } of events) {
    const data = event.data as Told;
    const { code, name, kind = '', parent = null } = data;
    const yet = day === null || event.occurredOn <= day;
    const known = units.get(code);
    if (event.type === 'UnitAdded') {
      const coming = !yet && event.occurredOn !== founded;
      units.set(code, { code, name: name!, kind, parent, closed: false, formerNames: [], laterNames: [], coming });
    } else if (known === undefined) continue;
    else if (yet) units.set(code, changed(known, event.type, data));
    else if (event.type === 'UnitRenamed') units.set(code, { ...known, laterNames: [...known.laterNames, data.to!] });
  }
  return units;
};

/** The tree as it stood on a day, by all that is known in `events`; without a day as it stands. */
export const unitNames = (events: readonly RecordedEvent[], day: IsoDate | null = null): UnitNames => {
  const units = fold(events, day);
  const { find, namesThatMean } = namesOf(units);
  const children = new Map<string | null, NamedUnit[]>();
  for (const unit of units.values()) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit]);
  return {
    version: events.at(-1)?.version ?? 0,
    all: [...units.values()]
      .filter(({ coming }) => !coming)
      .map(({ coming: _coming, laterNames: _later, ...unit }) => unit),
    unitOf: (written) => {
      if (written === null) return null;
      const unit = find(written);
      return unit === null ? { code: null, name: written } : { code: unit.code, name: unit.name };
    },
    subtree: (code) => {
      const top = find(code);
      if (top === null) return null;
      const found: string[] = [];
      const below = [top];
      for (let unit = below.pop(); unit !== undefined; unit = below.pop()) {
        found.push(unit.code, ...namesThatMean(unit));
        below.push(...(children.get(unit.code) ?? []));
      }
      return found;
    },
  };
};

/** The tree as it is now, read again only when its stream has grown. */
export const unitsOf = (store: EventStore): (() => Promise<UnitNames>) => {
  const history = knownStreams(store);
  let recorded: readonly RecordedEvent[] = [];
  let names = unitNames(recorded);
  return async () => {
    const events = await history(ORGANISATION_STREAM);
    if (events !== recorded) {
      recorded = events;
      names = unitNames(events);
    }
    return names;
  };
};
