import type { CalendarYear } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { StoredPolicy } from './stored.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

type E<Type extends string, Data> = DomainEvent<Type, Data>;

/** Stream "policy-main". A draft is checked and colours nothing yet; `from` null: in force from the day of its publication. */
export type PolicyEvent =
  | E<
      'PolicyDrafted',
      {
        readonly draft: number;
        readonly from: IsoDate | null;
        readonly policy: StoredPolicy;
        readonly note?: string;
      }
    >
  | E<'PolicyPublished', { readonly policy: StoredPolicy; readonly draft?: number }>
  | E<'CalendarPublished', { readonly calendar: CalendarYear }>;
