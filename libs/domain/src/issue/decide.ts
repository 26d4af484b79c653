import { addWorkingDays } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import { inOrder, receivers, type Matter, type Situation } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { ISSUE_COMMANDS, ISSUE_LEVELS, type IssueCommand } from './commands.ts';
import type { IssueEvent, IssueLevel } from './events.ts';
import { evolveIssue, issueLine, type Issue } from './issue.ts';
import { rejectIssue } from './rejections.ts';

/** By the policy in force on the day of assignment, where no date is given. */
const dueBy = (level: IssueLevel, on: IsoDate, { policyOn, calendar }: Situation): IsoDate =>
  addWorkingDays(on, policyOn(on).deadlines.issue.workingDays[level], calendar).day;
/** The return visit that counts; one before a reopening says nothing about what was done since. */
const lastVisit = ({ state, visits }: Issue): Issue['visits'][number] | undefined =>
  state === 'visited' ? visits.at(-1) : undefined;
const notBefore = inOrder(() => rejectIssue('issue-step-too-early', 'occurredOn'));

/** An issue handed on keeps its level, which only an escalation changes, and gets no later day. */
const keepsWhatWasSaid = (before: IsoDate, issue: Issue, level: IssueLevel | undefined, due: IsoDate): void => {
  if (level !== undefined && level !== issue.level) rejectIssue('issue-level-by-escalation', 'level');
  if (due > before) rejectIssue('issue-due-not-later', 'due');
};

/** The issue ledger 问题台账: raised, assigned, resolved, visited by somebody else, closed off (README, "Commands and events"). */
export const ISSUE: Matter<IssueCommand, IssueEvent, Issue> = {
  name: 'issue',
  title: { zh: '问题', en: 'Issue' },
  states: {
    raised: { zh: '待交办', en: 'Raised' },
    assigned: { zh: '办理中', en: 'Assigned' },
    resolved: { zh: '待回访', en: 'Resolved' },
    visited: { zh: '已回访', en: 'Visited' },
    closed: { zh: '已销号', en: 'Closed' },
  },
  commands: ISSUE_COMMANDS,
  titles: {
    RaiseIssue: { zh: '提出问题', en: 'Raise an issue' },
    AssignIssue: { zh: '交办', en: 'Assign' },
    EscalateIssue: { zh: '提级', en: 'Escalate' },
    ResolveIssue: { zh: '报告解决', en: 'Resolve' },
    RecordReturnVisit: { zh: '回访', en: 'Record the return visit' },
    ReopenIssue: { zh: '重新办理', en: 'Reopen' },
    CloseIssue: { zh: '销号', en: 'Close off' },
  },
  needs: {
    RaiseIssue: 'record-facts',
    AssignIssue: 'supervise',
    EscalateIssue: 'record-facts',
    ResolveIssue: 'answer',
    RecordReturnVisit: 'supervise',
    ReopenIssue: 'supervise',
    CloseIssue: 'supervise',
  },
  when: {
    RaiseIssue: ['none'],
    AssignIssue: ['raised', 'assigned'],
    EscalateIssue: ['raised', 'assigned'],
    ResolveIssue: ['assigned'],
    RecordReturnVisit: ['resolved', 'visited'],
    ReopenIssue: ['resolved', 'visited', 'closed'],
    CloseIssue: ['resolved', 'visited'],
  },
  barred: {
    RecordReturnVisit: ({ resolutions }, { actor }) => {
      if (resolutions.at(-1)?.by === actor.user) rejectIssue('visited-by-resolver');
    },
    CloseIssue: (issue) => {
      if (!lastVisit(issue)?.satisfied) rejectIssue('return-visit-missing');
    },
  },
  decisions: {
    RaiseIssue: ({ project, projectName, factor, text, level = 'unit', raisedBy }, _none, on) => [
      { type: 'IssueRaised', occurredOn: on, data: filled({ project, projectName, factor, text, level, raisedBy }) },
    ],
    AssignIssue: ({ unit, people = [], level, due }, issue, on, situation) => {
      notBefore(issue.assignedOn ?? issue.raisedOn, on);
      if (unit === undefined && people.length === 0) rejectIssue('issue-receiver-missing', 'unit');
      const by = due ?? issue.due ?? dueBy(level ?? issue.level, on, situation);
      if (issue.due !== null) keepsWhatWasSaid(issue.due, issue, level, by);
      if (due !== undefined && due < on) rejectIssue('issue-due-too-early', 'due');
      return [
        {
          type: 'IssueAssigned',
          occurredOn: on,
          data: filled({ unit, people: receivers(people, situation), level: level ?? issue.level, due: by }),
        },
      ];
    },
    EscalateIssue: ({ level, reason }, issue, on, situation) => {
      notBefore(issue.assignedOn ?? issue.raisedOn, on);
      if (ISSUE_LEVELS.indexOf(level) <= ISSUE_LEVELS.indexOf(issue.level))
        rejectIssue('issue-level-not-higher', 'level');
      return [
        {
          type: 'IssueEscalated',
          occurredOn: on,
          data: filled({ level, reason, due: issue.assignedOn === null ? undefined : dueBy(level, on, situation) }),
        },
      ];
    },
    ResolveIssue: ({ text }, issue, on, { actor }) => {
      notBefore(issue.assignedOn, on);
      return [{ type: 'IssueResolved', occurredOn: on, data: { by: actor.user, text } }];
    },
    RecordReturnVisit: ({ satisfied, text }, issue, on, { actor }) => {
      notBefore(issue.resolvedOn, on);
      return [{ type: 'ReturnVisitRecorded', occurredOn: on, data: { by: actor.user, satisfied, text } }];
    },
    ReopenIssue: ({ reason }, issue, on, situation) => {
      notBefore(issue.closedOn ?? issue.resolvedOn, on);
      return [{ type: 'IssueReopened', occurredOn: on, data: { reason, due: dueBy(issue.level, on, situation) } }];
    },
    CloseIssue: ({ text }, issue, on) => {
      notBefore(lastVisit(issue)?.on, on);
      return [{ type: 'IssueClosed', occurredOn: on, data: filled({ text }) }];
    },
  },
  evolve: evolveIssue,
  line: issueLine,
};
