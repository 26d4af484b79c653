/**
 * The lifecycle (README, "Lifecycle"): phases, and where each may go next. The page draws the same table.
 * `negotiation` may reach `start` at once: a start before the contract is kept until the contract is signed.
 */
// prettier-ignore
export const NEXT = {
  lead: ['negotiation', 'signing', 'dropped', 'merged'],
  negotiation: ['signing', 'start', 'funding', 'dropped', 'merged'],
  signing: ['start', 'funding', 'terminated', 'merged'],
  start: ['funding', 'production', 'terminated', 'completed', 'merged'],
  funding: ['production', 'terminated', 'completed', 'merged'],
  production: ['completed', 'terminated', 'merged'],
  dropped: ['lead', 'negotiation'],
  terminated: ['signing', 'start', 'funding', 'production'],
  completed: ['start', 'funding', 'production'],
  merged: [],
} as const satisfies Record<string, readonly string[]>;
export type Phase = keyof typeof NEXT;

export const PHASES = Object.keys(NEXT) as readonly Phase[];

/** Phases in which a project has left the work: nothing is chased there. */
export const ENDED: readonly Phase[] = ['dropped', 'terminated', 'completed', 'merged'];

export const BEFORE_SIGNING = ['lead', 'negotiation'] as const satisfies readonly Phase[];
export const AFTER_SIGNING = ['signing', 'start', 'funding', 'production'] as const satisfies readonly Phase[];

/** Phases in which a project is worked on. */
export const LIVE = [...BEFORE_SIGNING, ...AFTER_SIGNING] as const;
