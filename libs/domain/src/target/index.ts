export { SetTarget, ReviseTarget, TARGET_COMMANDS, type TargetCommand, type TargetCommandType } from './commands.ts';
export { decideTarget, measureOf } from './decide.ts';
export type { TargetData, TargetEvent, TargetKey, TargetValue } from './events.ts';
export { TARGET_REJECTIONS, type TargetRejectionCode } from './rejections.ts';
export { foldTargets, NO_TARGETS, targetId, targetStream, type Target, type Targets } from './target.ts';
export { stateTargets, type RejectedTarget, type StatedTarget, type TargetImport } from './state-targets.ts';
