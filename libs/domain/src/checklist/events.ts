import type { IsoDate } from '../dates.ts';
import type { DomainEvent, Evidence } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only. One stream per project: "checklist-<project id>".

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type ChecklistEvent =
  | E<
      'ChecklistItemAdded',
      { project: string; projectName?: string; key: string; text: string; due?: IsoDate; owner?: string }
    >
  | E<'ChecklistItemReported', { key: string; by: string; text: string; evidence: readonly Evidence[] }>
  | E<'ChecklistItemVerified', { key: string; by: string; accepted: boolean; reason?: string }> // not accepted: open again
  | E<'ChecklistItemRemoved', { key: string; reason: string }>;
