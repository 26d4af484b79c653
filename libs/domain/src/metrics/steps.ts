/**
 * Why a start is expected: reported and waiting for its certification; planned; agreed in the contract; or, where no such day lies ahead, by the
 * usual time from signing to start. And why none is: the project stands on hold, or even the usual time has passed.
 */
export const START_REASONS = ['reported', 'planned', 'agreed', 'usual-time', 'on-hold', 'overdue'] as const;
export type StartReason = (typeof START_REASONS)[number];

/** The steps on the way from a lead to its money, and the ways off it. */
export const FUNNEL_STAGES = ['lead', 'negotiation', 'signing', 'start', 'entry', 'funding'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];
export const FUNNEL_ENDS = ['dropped', 'terminated', 'merged'] as const;
export type FunnelEnd = (typeof FUNNEL_ENDS)[number];
