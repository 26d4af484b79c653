import { knownStreams, type EventStore } from '#event-store';
import type { RecordedEvent } from '#domain';

export const ORGANISATION_STREAM = 'organisation-main';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly closed: boolean;
  readonly formerNames: readonly string[];
}

/** The organisation tree as names and codes: what facts write as "unit" is either. */
export interface UnitNames {
  readonly version: number; // of the organisation's stream
  readonly all: readonly Unit[];
  readonly unitOf: (written: string | null) => { readonly code: string | null; readonly name: string } | null;
  /** A unit and everything below it, as every code and name under which facts may have written them. */
  readonly subtree: (code: string) => readonly string[] | null;
}

const fold = (events: readonly RecordedEvent[]): Map<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const {
    event: { type, data },
  } of events) {
    const { code, name, kind, parent } = data as {
      code: string;
      name?: string;
      to?: string;
      kind?: string;
      parent?: string | null;
    };
    const known = units.get(code);
    if (type === 'UnitAdded')
      units.set(code, { code, name: name!, kind: kind ?? '', parent: parent ?? null, closed: false, formerNames: [] });
    else if (known === undefined) continue;
    else if (type === 'UnitRenamed') {
      const to = (data as { to: string }).to;
      units.set(code, { ...known, name: to, formerNames: [...known.formerNames, known.name] });
    } else if (type === 'UnitMoved')
      units.set(code, {
        ...known,
        parent: (data as { to?: string | null; parent?: string | null }).to ?? parent ?? null,
      });
    else if (type === 'UnitClosed') units.set(code, { ...known, closed: true });
  }
  return units;
};

export const unitNames = (events: readonly RecordedEvent[]): UnitNames => {
  const units = fold(events);
  const byName = new Map<string, Unit>();
  for (const unit of units.values()) for (const name of [...unit.formerNames, unit.name]) byName.set(name, unit);
  const children = new Map<string | null, Unit[]>();
  for (const unit of units.values()) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit]);
  return {
    version: events.at(-1)?.version ?? 0,
    all: [...units.values()],
    unitOf: (written) => {
      if (written === null) return null;
      const unit = units.get(written) ?? byName.get(written);
      return unit ? { code: unit.code, name: unit.name } : { code: null, name: written };
    },
    subtree: (code) => {
      const top = units.get(code) ?? byName.get(code);
      if (top === undefined) return null;
      const found: string[] = [];
      const below = [top];
      for (let unit = below.pop(); unit !== undefined; unit = below.pop()) {
        found.push(unit.code, unit.name, ...unit.formerNames);
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
