import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Named } from '../person.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

export type MeetingKind = 'scheduling' | 'escalated-scheduling' | 'review'; // 调度会 / 提级调度 / 复盘会

/** A project on the agenda, and why. */
export interface AgendaItem {
  readonly project: string;
  readonly name: string;
  readonly reason?: string;
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
