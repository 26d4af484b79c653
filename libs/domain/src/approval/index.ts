export type { Approval } from './approval.ts';
export { APPROVAL_COMMANDS, type ApprovalCommand } from './commands.ts';
export { APPROVAL } from './decide.ts';
export type { ApprovalEvent } from './events.ts';
export { type ApprovalRejectionCode } from './rejections.ts';
