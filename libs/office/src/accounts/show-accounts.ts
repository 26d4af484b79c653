import type { Account, ApiToken } from '#identity';
import type { Question } from '../ask.ts';

/** Everybody's account. */
export const showAccounts: Question<object, { readonly accounts: readonly Account[] }> = {
  answer: async ({ office }) => ({ accounts: await office.identity.accounts() }),
};

/** One account. Throws 'account-unknown'. */
export const showAccount: Question<{ readonly id: string }, Account> = {
  answer: ({ office }, { id }) => office.identity.account(id),
};

/** The caller's own API tokens, without their secrets. */
export const showTokens: Question<object, { readonly tokens: readonly ApiToken[] }> = {
  answer: async ({ office, caller }) => ({ tokens: await office.identity.tokens(caller) }),
};
