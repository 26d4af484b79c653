import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Rounding } from '../metrics/fraction.ts';
import type { ReportName } from './reports.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What a figure of an issue said: its key (`signed.change`) and its words as they were printed. */
export interface PrintedFigure {
  readonly key: string;
  readonly printed: string;
}

/** An issue as it left the house, and all that it follows from: the same gives the same bytes. `asKnown`: the instant, as it is printed; `position` is what counts. */
export interface FrozenIssue {
  readonly number: string;
  readonly report: ReportName;
  readonly format: FrozenFormat;
  readonly period: string;
  readonly unit: string | null;
  readonly position: string;
  readonly asOf: IsoDate;
  readonly asKnown: string;
  readonly signedOn: IsoDate; // the day that stands under it
  readonly definition: { readonly name: string; readonly version: number };
  readonly calendar: { readonly policy: number; readonly years: readonly number[] }; // of the rules in force: policy version, years with a published notice
  readonly rounding: Rounding;
  readonly template: { readonly version: number; readonly text: string }; // version 0 came with the product; its words are kept, since a release may change them
  readonly edition: number; // of the writers: raised where what they write changes, and the old one is kept
  readonly sha256: string;
  readonly figures: readonly PrintedFigure[];
}
/** A PDF is made by another program and is not ours to promise. */
export const FROZEN_FORMATS = ['docx', 'xlsx', 'html', 'json'] as const;
export type FrozenFormat = (typeof FROZEN_FORMATS)[number];

export interface Template {
  readonly report: ReportName;
  readonly version: number; // of this report, from 1
  readonly text: string;
  readonly note: string | null;
}

export type ReportEvent = DomainEvent<'ReportFrozen', FrozenIssue> | DomainEvent<'ReportTemplatePublished', Template>;
