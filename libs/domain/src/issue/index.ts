export { ISSUE_COMMANDS, ISSUE_FACTORS, ISSUE_LEVELS, type IssueCommand } from './commands.ts';
export { ISSUE } from './decide.ts';
export type { IssueEvent, IssueFactor, IssueLevel } from './events.ts';
export { evolveIssue, type Issue } from './issue.ts';
export { ISSUE_REJECTIONS, type IssueRejectionCode } from './rejections.ts';
