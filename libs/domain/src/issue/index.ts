export { ISSUE_COMMANDS, ISSUE_LEVELS, type IssueCommand } from './commands.ts';
export { ISSUE } from './decide.ts';
export type { IssueEvent, IssueFactor, IssueLevel } from './events.ts';
export { evolveIssue, type Issue } from './issue.ts';
export { type IssueRejectionCode } from './rejections.ts';
