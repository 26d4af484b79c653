import type { IsoDate } from '../dates.ts';
import { correctableFields, readCorrected } from './correctable.ts';
import type { ProjectEvent } from './events.ts';

/** An event with its place: `version` within the project (from 1) and, where read from the log, its position, and who said it for which unit on which day (absent: a ledger, or the product itself). */
export type Placed = ProjectEvent & {
  readonly version: number;
  readonly position?: bigint;
  readonly by?: string;
  readonly unit?: string | null;
  readonly recordedOn?: IsoDate;
};

const CREATING: ReadonlySet<string> = new Set(['LeadRegistered', 'ProjectRecorded', 'ProjectSplitOff']);
export const creates = (event: { readonly type: string }): boolean => CREATING.has(event.type);

const TYING: ReadonlySet<string> = new Set(['ProjectSplit', 'ProjectsMerged', 'ProjectAbsorbed']);
/** Whether a fact stands on another project as well: half of it cannot be taken away. */
export const tiesProjects = (event: { readonly type: string }): boolean => TYING.has(event.type);
/** Whether a record can be voided while others stand. */
export const isVoidable = (event: { readonly type: string }): boolean => !creates(event) && !tiesProjects(event);

const corrects = ({ type }: ProjectEvent): boolean => type === 'FactCorrected' || type === 'FactVoided';

/** A person as a form writes them: by name alone. */
const asWritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return value;
  return value.name;
};

/** Whether a correction that is stored can be believed: until 0.2.0 a value was compared by its kind only, and a project could not be folded any more. */
const isBelievable = ({ type }: Placed, field: string, to: unknown): boolean => {
  if (!correctableFields(type).includes(field)) return true;
  try {
    readCorrected(type, field, asWritten(to));
    return true;
  } catch {
    return false;
  }
};

/** `event` as a correction says it should have been. */
export const corrected = (event: Placed, field: string, to: unknown): Placed => {
  if (field === 'occurredOn') return { ...event, occurredOn: to as IsoDate };
  const data: Record<string, unknown> = { ...event.data };
  if (to === null) delete data[field];
  else data[field] = to;
  return Object.assign({ ...event }, { data });
};

/** Events as they stand after every correction and void among them, in the order given. A correction holds for all business days: the fact never was as first written. */
const asCorrected = (events: readonly Placed[]): readonly Placed[] => {
  if (!events.some(corrects)) return events;
  const inVersionOrder = [...events].sort((a, b) => a.version - b.version);
  const voided = new Set<number>();
  for (const event of [...inVersionOrder].reverse())
    // the latest first, so that a void can itself be voided
    if (event.type === 'FactVoided' && !voided.has(event.version)) voided.add(event.data.target);
  const standing = new Map(
    inVersionOrder.filter((event) => !voided.has(event.version)).map((event) => [event.version, event]),
  );
  for (const event of inVersionOrder) {
    if (event.type !== 'FactCorrected' || !standing.has(event.version)) continue;
    const target = standing.get(event.data.target);
    if (target && isBelievable(target, event.data.field, event.data.to))
      standing.set(target.version, corrected(target, event.data.field, event.data.to));
  }
  return events.flatMap((event) => standing.get(event.version) ?? []);
};

/**
 * The facts of one project in the order they happened: corrected, by business day, then as recorded. Whatever was dated
 * before the project's own first record still belongs to it, so that record comes first.
 */
export const inBusinessOrder = (events: readonly Placed[]): readonly Placed[] => {
  const facts = asCorrected(events);
  const ordered = [...facts].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.version - b.version,
  );
  const first = ordered.findIndex(creates);
  if (first > 0) ordered.unshift(...ordered.splice(first, 1));
  return ordered;
};
