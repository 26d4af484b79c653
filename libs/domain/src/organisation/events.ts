import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Named, PersonId } from '../person.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What a person is to a unit; reminders find their recipients by it (README, "Escalation ladder"). */
export const UNIT_ROLES = ['head', 'deputy', 'leader', 'steward', 'liaison', 'supervision'] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type OrganisationEvent =
  | E<'UnitAdded', { code: string; name: string; kind: string; parent: string | null }>
  | E<'UnitRenamed', { code: string; from: string; to: string }>
  | E<'UnitMoved', { code: string; from: string | null; to: string | null }>
  | E<'UnitReclassified', { code: string; from: string; to: string }> // its kind changes
  | E<'UnitClosed', { code: string; reason?: string }>
  | E<'UnitReopened', { code: string; reason: string }> // its closing was a mistake; of the day of the closing
  | E<'PersonAppointed', { unit: string; role: UnitRole; person: string; account?: PersonId }>
  | E<'PersonReleased', { unit: string; role: UnitRole; person: string; account?: PersonId }>
  | E<'LeaveRecorded', { person: Named; from: IsoDate; until: IsoDate; deputy?: Named }>;
