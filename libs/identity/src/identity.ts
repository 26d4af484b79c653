import type { Pool } from 'pg';
import { hearing } from '#database';
import type { Actor } from '#domain';
import { publishNews, sharedRun, type EventStore } from '#event-store';
import { accountNames, holdersNow } from './account-names.ts';
import * as accounts from './accounts.ts';
import { callers } from './callers.ts';
import type { ChangeAccount, ChangePassword, CreateAccount, IssueToken, SignIn } from './commands.ts';
import type { Keeper } from './keepers.ts';
import type { Caller } from './scope.ts';
import { signIn, signOut } from './sign-in.ts';
import { issueToken, listTokens, revokeToken } from './tokens.ts';

const CHANNEL = 'luodi_callers';

/**
 * Who may come in, and as whom. Every change is stored with the fact that tells of it, the fact goes into the log, and nobody is served
 * from memory under the old rights. Refusals are `Rejected` with a code of IDENTITY_REJECTIONS.
 */
export const openIdentity = (pool: Pool, store: EventStore, clock: () => Date = () => new Date()) => {
  const known = callers(pool);
  const holders = holdersNow(pool, store);
  const published = sharedRun(() => publishNews(pool, store));
  const changing = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      known.forget();
      holders.forget();
      await pool.query(`notify ${CHANNEL}`).catch(() => undefined); // where it is not said, what others remember ends within seconds
      await published();
    }
  };
  return {
    /** Forgets what other processes change, as soon as they have. Answers how to stop. */
    keepInStep: (url: string): (() => Promise<void>) => {
      const others = hearing(url, CHANNEL);
      others.onHeard(known.forget);
      return others.close;
    },
    callerOf: (secret: string): Promise<Caller | null> => known.find(secret, clock()),
    signIn: (command: SignIn, address: string | null) => changing(signIn(pool, command, address, clock())),
    signOut: (secret: string) => changing(signOut(pool, secret)),
    changePassword: (caller: Caller, { current, next }: ChangePassword) =>
      changing(accounts.changePassword(pool, caller, current, next, clock())),
    firstAdministrator: () => changing(accounts.firstAdministrator(pool, clock())),
    accounts: () => accounts.listAccounts(pool, clock()),
    names: (logins: readonly string[]) => accountNames(pool, logins),
    people: holders.people,
    account: (id: string) => accounts.accountById(pool, id, clock()),
    createAccount: (command: CreateAccount, actor: Actor, keeper?: Keeper) =>
      changing(accounts.createAccount(pool, command, actor, clock(), keeper)),
    changeAccount: (id: string, command: ChangeAccount, actor: Actor, keeper?: Keeper) =>
      changing(accounts.changeAccount(pool, id, command, actor, clock(), keeper)),
    resetPassword: (id: string, actor: Actor, keeper?: Keeper) =>
      changing(accounts.resetPassword(pool, id, actor, clock(), keeper)),
    unlockAccount: (id: string, actor: Actor) => changing(accounts.unlockAccount(pool, id, actor, clock())),
    tokens: (caller: Caller) => listTokens(pool, caller.account),
    issueToken: (caller: Caller, command: IssueToken) => changing(issueToken(pool, caller, command, clock())),
    revokeToken: (caller: Caller, id: string) => changing(revokeToken(pool, caller, id, clock())),
  };
};
export type IdentityService = ReturnType<typeof openIdentity>;
