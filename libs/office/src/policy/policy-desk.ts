import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import {
  draftNumbered,
  draftPolicy,
  draftsOf,
  POLICY_STREAM,
  publishDraft,
  publishPolicy,
  rulesOf,
  type Actor,
  type CalendarYear,
  type Draft,
  type IsoDate,
  type NewEvent,
  type Policy,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { StaleVersion, WrongExpectedVersion, type EventStore } from '#event-store';
import { renewProjects } from '#projections';

/** What a change of the rules did. `version`: of the policy stream; `draft` and `policy`: numbers, where the change has one. */
export interface PolicyAnswer {
  readonly version: number;
  readonly draft: number | null;
  readonly policy: number | null;
  readonly validFrom: IsoDate | null;
  readonly years: readonly number[];
  readonly repeated: boolean;
}

/** Who changes the rules, under which command id, and which version of the stream he has seen (null: whatever it is). */
export interface PolicyOrder {
  readonly actor: Actor;
  readonly commandId: string;
  readonly ifVersion: number | null;
}

interface PolicyNews {
  readonly type: 'PolicyDrafted' | 'PolicyPublished' | 'CalendarPublished';
  readonly data: object;
}
interface Standing {
  readonly rules: Rules;
  readonly drafts: readonly Draft[];
}

interface Foundation {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly rules: () => Promise<Rules>;
  readonly today: () => IsoDate;
}

const RETRIES = 5;

const answerOf = (events: readonly RecordedEvent[], repeated: boolean): PolicyAnswer => {
  const data = events.map(({ event }) => event.data as { draft?: number; policy?: Policy; calendar?: CalendarYear });
  const [first] = data;
  const published = events[0]?.event.type === 'PolicyPublished' ? first?.policy : undefined;
  return {
    version: events.at(-1)!.version,
    draft: first?.draft ?? null,
    policy: published?.version ?? null,
    validFrom: published?.validFrom ?? null,
    years: data.flatMap(({ calendar }) => (calendar === undefined ? [] : [calendar.year])),
    repeated,
  };
};

/** Changes of the policy and the calendar. A publication is answered when every list stands under the new rules. */
export const policyDesk = ({ pool, store, rules, today }: Foundation) => {
  const stored = async (
    { actor, commandId, ifVersion }: PolicyOrder,
    decide: (standing: Standing) => readonly PolicyNews[],
  ): Promise<PolicyAnswer> => {
    for (let attempt = 1; ; attempt += 1) {
      const events = await store.readStream(POLICY_STREAM);
      const version = events.at(-1)?.version ?? 0;
      const before = events.filter(({ meta }) => meta.commandId === commandId);
      if (before.length > 0) return answerOf(before, true);
      if (ifVersion !== null && ifVersion !== version) throw new StaleVersion(POLICY_STREAM, ifVersion, version);
      const facts = events.map(({ event }) => event);
      const news = decide({ rules: rulesOf(facts), drafts: draftsOf(facts) });
      try {
        const appended = await store.append(
          POLICY_STREAM,
          version,
          news.map(({ type, data }): NewEvent => ({
            id: randomUUID(),
            event: { type, occurredOn: today(), data },
            schemaVersion: 1,
            meta: { actor, commandId },
          })),
        );
        return answerOf(appended.events, appended.repeated);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt > RETRIES) throw error;
      }
    }
  };
  const published = async (
    order: PolicyOrder,
    decide: (standing: Standing) => readonly PolicyNews[],
  ): Promise<PolicyAnswer> => {
    const answer = await stored(order, decide);
    await renewProjects(pool, store, rules); // after a repeated command too: the first may have been cut off before this
    return answer;
  };
  return {
    draft: (order: PolicyOrder, file: unknown, note?: string) =>
      stored(order, (standing) => [
        { type: 'PolicyDrafted', data: draftPolicy(file, standing.drafts, standing.rules, today(), note) },
      ]),
    publishDraft: (order: PolicyOrder, draft: number, validFrom?: IsoDate) =>
      published(order, (standing) => [
        {
          type: 'PolicyPublished',
          data: publishDraft(draftNumbered(standing.drafts, draft), standing.rules, today(), validFrom),
        },
      ]),
    publish: (order: PolicyOrder, file: unknown) =>
      published(order, (standing) => [
        { type: 'PolicyPublished', data: { policy: publishPolicy(file, standing.rules, today()) } },
      ]),
    publishCalendars: (order: PolicyOrder, years: readonly CalendarYear[]) =>
      published(order, () => years.map((calendar) => ({ type: 'CalendarPublished', data: { calendar } }))),
  };
};
