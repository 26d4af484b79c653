import {
  draftNumbered,
  draftPolicy,
  publishDraft,
  publishPolicy,
  type CalendarYear,
  type IsoDate,
  type Policy,
} from '#domain';
import type { Handled } from '#event-store';
import { renewProjects } from '#projections';
import { commandKey } from '../command-key.ts';
import { actorOf, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import type { PolicyNews, Standing } from './policy-aggregate.ts';

/** What somebody does to the rules of time. `validFrom` left out: as drafted, or from the day of publication. */
export type PolicyChange =
  | { readonly type: 'DraftPolicy'; readonly policy: unknown; readonly note?: string | undefined }
  | { readonly type: 'PublishDraft'; readonly draft: number; readonly validFrom?: IsoDate | undefined }
  | { readonly type: 'PublishPolicy'; readonly policy: unknown }
  | { readonly type: 'PublishCalendars'; readonly years: readonly CalendarYear[] };

export interface GivenToPolicy extends Given {
  readonly body: PolicyChange;
}

/** `version`: of the policy stream; `draft` and `policy`: numbers, where the change has one. */
export interface PolicyAnswer {
  readonly version: number;
  readonly draft: number | null;
  readonly policy: number | null;
  readonly validFrom: IsoDate | null;
  readonly years: readonly number[];
  readonly repeated: boolean;
}

const newsOf = (change: PolicyChange, { rules, drafts }: Standing, today: IsoDate): readonly PolicyNews[] => {
  switch (change.type) {
    case 'DraftPolicy':
      return [{ type: 'PolicyDrafted', data: draftPolicy(change.policy, drafts, rules, today, change.note) }];
    case 'PublishDraft': {
      const data = publishDraft(draftNumbered(drafts, change.draft), rules, today, change.validFrom);
      return [{ type: 'PolicyPublished', data }];
    }
    case 'PublishPolicy':
      return [{ type: 'PolicyPublished', data: { policy: publishPolicy(change.policy, rules, today) } }];
    case 'PublishCalendars':
      return change.years.map((calendar) => ({ type: 'CalendarPublished', data: { calendar } }));
  }
};

const answerOf = ({ version, events, repeated }: Handled): PolicyAnswer => {
  const data = events.map(({ event }) => event.data as { draft?: number; policy?: Policy; calendar?: CalendarYear });
  const [first] = data;
  const published = events[0]?.event.type === 'PolicyPublished' ? first?.policy : undefined;
  return {
    version,
    draft: first?.draft ?? null,
    policy: published?.version ?? null,
    validFrom: published?.validFrom ?? null,
    years: data.flatMap(({ calendar }) => (calendar === undefined ? [] : [calendar.year])),
    repeated,
  };
};

/** A change of the policy or the calendar. A publication is answered when every list stands under the new rules. */
export const givePolicy = async (office: Office, given: GivenToPolicy): Promise<PolicyAnswer> => {
  const { caller, body, key, ifVersion } = given;
  const today = office.today();
  const handled = await office.policy.handle(
    {
      actor: actorOf(caller),
      key: commandKey(caller.account, key, body.type, body),
      today,
      decide: (standing) => newsOf(body, standing, today),
    },
    ifVersion,
  );
  if (body.type !== 'DraftPolicy') await renewProjects(office.pool, office.store, office.rules); // after a repeated command too: the first may have been cut off before this
  return answerOf(handled);
};
