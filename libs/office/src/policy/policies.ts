import {
  draftsOf,
  POLICY_STREAM,
  rulesOf,
  type Actor,
  type CalendarYear,
  type IsoDate,
  type Policy,
  type RecordedEvent,
} from '#domain';
import type { Question } from '../ask.ts';

interface ToldBy {
  readonly recordedAt: string | null;
  readonly by: Actor | null;
} // null: shipped with the release
const toldBy = (event: RecordedEvent | undefined): ToldBy => ({
  recordedAt: event?.recordedAt ?? null,
  by: event?.meta.actor ?? null,
});

/** The life of the policy: versions with their first days, drafts and what became of them, and the calendar year by year. */
export interface Policies {
  readonly version: number; // of the stream: what a publication must have seen
  readonly inForce: number;
  readonly policies: readonly ({
    readonly version: number;
    readonly validFrom: IsoDate;
    readonly draft: number | null;
    readonly policy: Policy;
  } & ToldBy)[];
  readonly drafts: readonly ({
    readonly draft: number;
    readonly from: IsoDate | null;
    readonly note: string | null;
    readonly publishedAs: number | null;
    readonly policy: Policy;
  } & ToldBy)[];
  readonly calendar: readonly (Omit<CalendarYear, 'notice'> & { readonly notice: string | null } & ToldBy)[];
}

const policiesOf = (events: readonly RecordedEvent[], today: IsoDate): Policies => {
  const facts = events.map(({ event }) => event);
  const rules = rulesOf(facts);
  const published = events.filter(({ event }) => event.type === 'PolicyPublished');
  const drafted = events.filter(({ event }) => event.type === 'PolicyDrafted');
  const noticed = events.filter(({ event }) => event.type === 'CalendarPublished');
  const years = new Map(rules.notices.map((notice) => [notice.year, notice]));
  return {
    version: events.at(-1)?.version ?? 0,
    inForce: rules.policyOn(today).version,
    policies: rules.policies.map((policy) => {
      const event = published.find((one) => (one.event.data as { policy: Policy }).policy.version === policy.version);
      return {
        version: policy.version,
        validFrom: policy.validFrom,
        draft: (event?.event.data as { draft?: number } | undefined)?.draft ?? null,
        ...toldBy(event),
        policy,
      };
    }),
    drafts: draftsOf(facts).map(({ draft, from, note, publishedAs, policy }) => ({
      draft,
      from,
      note: note ?? null,
      publishedAs,
      ...toldBy(drafted.find((one) => (one.event.data as { draft: number }).draft === draft)),
      policy,
    })),
    calendar: [...years.values()]
      .sort((a, b) => a.year - b.year)
      .map((year) => ({
        ...year,
        notice: year.notice ?? null,
        ...toldBy(
          noticed.findLast((one) => (one.event.data as { calendar: CalendarYear }).calendar.year === year.year),
        ),
      })),
  };
};

export const showPolicies: Question<object, Policies> = {
  answer: async ({ office: { store, today } }) => policiesOf(await store.readStream(POLICY_STREAM), today()),
};
