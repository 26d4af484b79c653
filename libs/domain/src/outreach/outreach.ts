import type { IsoDate } from '../dates.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import type { Sentence } from '../rejected.ts';
import { alike, manyOf } from '../words/sentence.ts';
import type { OutreachEvent } from './events.ts';

export const OUTREACH_KINDS = ['trip', 'visit', 'reception', 'promotion'] as const;
export type OutreachKind = (typeof OUTREACH_KINDS)[number];

/** A trip, a visit, a reception or a promotion as its facts make it. A mistaken one is voided and counts no more. */
export interface Outreach {
  readonly state: 'recorded' | 'voided';
  readonly kind: OutreachKind;
  readonly unit: string;
  readonly on: IsoDate; // the first day of a trip
  readonly days: number | null;
  readonly city: string | null;
  readonly team: string | null;
  readonly firm: string | null;
  readonly effective: boolean | null;
  readonly title: string | null;
  readonly reason: string | null; // why it was voided
}

const begun = (kind: OutreachKind, on: IsoDate, data: Partial<Outreach> & { readonly unit: string }): Outreach => ({
  state: 'recorded',
  kind,
  on,
  days: null,
  city: null,
  team: null,
  firm: null,
  effective: null,
  title: null,
  reason: null,
  ...data,
});

export const evolveOutreach = (
  before: Outreach | NoMatter,
  { type, occurredOn: on, data }: OutreachEvent,
): Outreach | NoMatter => {
  switch (type) {
    case 'TripRegistered':
      return begun('trip', on, data);
    case 'FirmVisited':
      return begun('visit', on, data);
    case 'FirmReceived':
      return begun('reception', on, data);
    case 'PromotionHeld':
      return begun('promotion', on, data);
    case 'OutreachVoided':
      if (before.state === 'none') throw new Error('outreach begins with what was done');
      return { ...before, state: 'voided', reason: data.reason };
  }
};

const titleOf = ({ kind, city, days, firm, title }: Outreach): Sentence => {
  switch (kind) {
    case 'trip':
      return { zh: `赴${city}招商 ${days} 天`, en: `Trip to ${city}, ${manyOf(days ?? 0, 'days')}` };
    case 'visit':
      return { zh: `走访${firm}`, en: `Visit to ${firm}` };
    case 'reception':
      return { zh: `接待${firm}`, en: `Reception of ${firm}` };
    case 'promotion':
      return alike(title ?? '');
  }
};

/** It waits for nobody: what was done is over. */
export const outreachLine = (known: Outreach): MatterLine => ({
  number: null,
  title: titleOf(known),
  project: null,
  unit: known.unit,
  people: [],
  state: known.state,
  open: false,
  due: null,
  level: known.kind,
});
