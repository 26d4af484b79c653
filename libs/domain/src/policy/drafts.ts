import type { IsoDate } from '../dates.ts';
import type { Policy } from './policy.ts';
import { publishPolicy } from './publish.ts';
import { rejectPolicy } from './rejections.ts';
import type { Rules } from './rules.ts';
import { inFull, type StoredPolicy } from './stored.ts';

/** What PolicyDrafted holds (events.ts), as it is written today. */
interface DraftedPolicy {
  readonly draft: number;
  readonly from: IsoDate | null;
  readonly policy: Policy;
  readonly note?: string;
}

/** A draft with what became of it. `publishedAs`: the version as which it is in force; null while it is a draft. */
export interface Draft extends DraftedPolicy {
  readonly publishedAs: number | null;
}

interface Fact {
  readonly type: string;
  readonly data: unknown;
}

/** Drafts of the policy stream in order; numbered from 1. */
export const draftsOf = (facts: readonly Fact[]): readonly Draft[] => {
  const published = new Map(
    facts.flatMap(({ type, data }) => {
      const { draft, policy } = data as { readonly draft?: number; readonly policy: Policy };
      return type === 'PolicyPublished' && draft !== undefined ? [[draft, policy.version] as const] : [];
    }),
  );
  return facts.flatMap(({ type, data }): readonly Draft[] => {
    if (type !== 'PolicyDrafted') return [];
    const drafted = data as Omit<DraftedPolicy, 'policy'> & { readonly policy: StoredPolicy };
    return [{ ...drafted, policy: inFull(drafted.policy), publishedAs: published.get(drafted.draft) ?? null }];
  });
};

/** The next draft from a file. Throws Rejected naming the field, exactly where publishing it would. */
export const draftPolicy = (
  file: unknown,
  drafts: readonly Draft[],
  rules: Rules,
  today: IsoDate,
  note?: string,
): DraftedPolicy => {
  const policy = publishPolicy(file, rules, today);
  const given = (file as { readonly validFrom?: unknown }).validFrom;
  return {
    draft: (drafts.at(-1)?.draft ?? 0) + 1,
    from: given === policy.validFrom ? policy.validFrom : null,
    policy,
    ...(note === undefined ? {} : { note }),
  };
};

/** Throws Rejected 'draft-unknown'. */
export const draftNumbered = (drafts: readonly Draft[], number: number): Draft => {
  const draft = drafts.find((one) => one.draft === number);
  if (draft === undefined) return rejectPolicy('draft-unknown', 'draft');
  return draft;
};

/** A draft as the next version, in force from the day that its publisher names, or that it was drafted with, or today: checked again, since other policies may have been published meanwhile. Throws Rejected. */
export const publishDraft = (
  { draft, from: drafted, policy, publishedAs }: Draft,
  rules: Rules,
  today: IsoDate,
  from: IsoDate | null = drafted,
): { readonly policy: Policy; readonly draft: number } => {
  if (publishedAs !== null) rejectPolicy('draft-published', 'draft');
  const { validFrom: _drafted, version: _next, ...content } = policy;
  return { policy: publishPolicy(content, rules, from ?? today), draft };
};
