import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Named } from '../person.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What is in the way of the project. */
export type IssueFactor =
  'land' | 'energy' | 'finance' | 'approval' | 'labour' | 'forest' | 'capacity' | 'market' | 'planning' | 'other';
/** Who has to coordinate it: the unit itself, the district, the city. */
export type IssueLevel = 'unit' | 'district' | 'city';

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type IssueEvent =
  | E<
      'IssueRaised',
      {
        project?: string;
        projectName?: string;
        factor: IssueFactor;
        text: string;
        level: IssueLevel;
        raisedBy?: string;
      }
    > // `raisedBy`: unit
  | E<'IssueAssigned', { unit?: string; people: readonly Named[]; level: IssueLevel; due: IsoDate }>
  | E<'IssueEscalated', { level: IssueLevel; reason: string; due?: IsoDate }> // `due` anew where the issue was assigned
  | E<'IssueResolved', { by: string; text: string }>
  | E<'ReturnVisitRecorded', { by: string; satisfied: boolean; text: string }> // 回访
  | E<'IssueReopened', { reason: string; due: IsoDate }> // back to those who had it
  | E<'IssueClosed', { text?: string }>; // 销号
