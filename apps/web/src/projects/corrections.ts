import type { Schemas } from '../ask/api.ts';
import { innerOf, type Field, type Values } from '../parts/form/field-values.ts';
import { typedOf, type Money } from '../parts/money.ts';
import type { Entry } from './history-entry.ts';

/** A kind of fact with what of it can be corrected, as the server says it. */
export type CorrectableFact = Schemas['CommandCatalogue']['facts'][number];

/** Something of a record that can be corrected: its field, and what it says now. */
export interface Correctable {
  readonly field: Field;
  readonly now: unknown;
}

/** What a field of a record says after the corrections so far; `written` where none changed it. A correction that was voided changes nothing. */
export const standing = (version: number, name: string, written: unknown, events: readonly Entry[]): unknown => {
  const isVoided = (one: number): boolean =>
    events.some((event) => event.type === 'FactVoided' && event.data['target'] === one && !isVoided(event.version));
  const last = events.findLast(
    ({ type, data, version: one }) =>
      type === 'FactCorrected' && data['target'] === version && data['field'] === name && !isVoided(one),
  );
  return last === undefined ? written : last.data['to'];
};

/** The day of a record after the corrections so far. */
export const dayOf = ({ version, occurredOn }: Entry, events: readonly Entry[]): string =>
  standing(version, 'occurredOn', occurredOn, events) as string;

/** What of a record can be corrected, as the fact stands after the corrections so far. */
export const correctablesOf = (
  entry: Entry,
  events: readonly Entry[],
  facts: readonly CorrectableFact[],
): readonly Correctable[] => {
  const fields = facts.find(({ type }) => type === entry.type)?.fields ?? [];
  const data = entry.data;
  const now = (name: string): unknown =>
    name === 'occurredOn' ? dayOf(entry, events) : standing(entry.version, name, data[name] ?? null, events);
  return fields.map((field) => ({ field, now: now(field.name) }));
};

/** A recorded value laid out as it is typed: amounts with their unit, groups and lists inside likewise. */
export const laidOut = (field: Field, value: unknown): unknown => {
  if (value === null || value === undefined) return undefined;
  if (field.kind === 'money') return typedOf(value as Money);
  const inside = (one: Values): Values =>
    Object.fromEntries(innerOf(field).map((part) => [part.name, laidOut(part, one[part.name])]));
  if (field.kind === 'group') return inside(value as Values);
  if (field.kind === 'list') return (value as Values[]).map(inside);
  return value;
};
