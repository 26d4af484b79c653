import { DEFAULT_DEADLINES } from './deadlines.ts';
import { DEFAULT_SECOND_PERSON } from './second-person.ts';
import type { Policy } from './policy.ts';

// STORED FOR EVER: what a policy in the log may lack, because an earlier release wrote it.
type Later = 'deadlines' | 'secondPerson';
export type StoredPolicy = Omit<Policy, Later> & Partial<Pick<Policy, Later>>;

/** A policy of the log in today's shape. Until 0.2 the deadlines were fixed: a policy that names none had the default ones; until 0.3 there were no limits for one person alone. */
export const inFull = (policy: StoredPolicy): Policy => ({
  ...policy,
  deadlines: policy.deadlines ?? DEFAULT_DEADLINES,
  secondPerson: policy.secondPerson ?? DEFAULT_SECOND_PERSON,
});
