import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Named } from '../person.ts';
import type { Colour } from '../policy/policy.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

export type MeetingKind = 'scheduling' | 'escalated-scheduling' | 'review'; // 调度会 / 提级调度 / 复盘会

/** A project on the agenda, and why: how it stood when the agenda was frozen, or what a person says. */
export interface AgendaItem {
  readonly project: string;
  readonly name: string;
  readonly colour?: Colour;
  readonly clock?: ClockName; // the worst one; none for green
  readonly daysLate?: number; // of that clock; below zero: days left
  readonly reason?: string; // in a person's own words
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type MeetingEvent =
  | E<
      'MeetingConvened',
      { title: string; kind: MeetingKind; plannedOn: IsoDate; list?: string; unit?: string; previous?: string }
    > // `list`: where its agenda comes from; `previous`: id of the meeting before
  | E<'AgendaSet', { items: readonly AgendaItem[]; asOf: IsoDate; logPosition: string }> // the list as it stood: a later change of it does not reach the agenda
  | E<'MeetingRescheduled', { plannedOn: IsoDate; reason: string }>
  | E<'MeetingCalledOff', { reason: string }> // never held; its agenda stays on record
  | E<'MeetingHeld', { attendees: readonly string[]; minutes?: string }>
  | E<
      'TaskAssigned',
      { task: string; project?: string; text: string; unit?: string; people: readonly Named[]; due: IsoDate }
    >
  | E<'TaskCompleted', { task: string; by: string; text: string }>
  | E<'TaskConfirmed', { task: string; by: string }>
  | E<'TaskReturned', { task: string; by: string; reason: string }> // not done as reported: open again
  | E<'TaskCancelled', { task: string; reason: string }>
  | E<'MeetingClosed', { text?: string }>;
