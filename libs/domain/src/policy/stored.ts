import { DEFAULT_DEADLINES } from './deadlines.ts';
import type { Policy } from './policy.ts';

// STORED FOR EVER: what a policy in the log may lack, because an earlier release wrote it.
export type StoredPolicy = Omit<Policy, 'deadlines'> & Partial<Pick<Policy, 'deadlines'>>;

/** A policy of the log in today's shape. Until 0.2 the deadlines were fixed: a policy that names none had the default ones. */
export const inFull = (policy: StoredPolicy): Policy => ({
  ...policy,
  deadlines: policy.deadlines ?? DEFAULT_DEADLINES,
});
