export { SetTarget, ReviseTarget, type TargetCommand } from './commands.ts';
export { decideTarget } from './decide.ts';
export type { TargetData, TargetEvent, TargetKey, TargetValue } from './events.ts';
export { type TargetRejectionCode } from './rejections.ts';
export { foldTargets, NO_TARGETS, saidUntil, targetId, targetStream, type Target, type Targets } from './target.ts';
export { stateTargets, type RejectedTarget, type StatedTarget } from './state-targets.ts';
