import type { ENDING_COMMANDS } from '../commands/ending.ts';
import { reject } from '../rejections.ts';
import { openHold } from '../state.ts';
import { filled, type Decisions } from './decision.ts';

export const ENDING: Decisions<keyof typeof ENDING_COMMANDS> = {
  StartProduction: (_command, _project, on) => [{ type: 'ProductionStarted', occurredOn: on, data: {} }],
  CompleteProject: ({ text }, _project, on) => [{ type: 'ProjectCompleted', occurredOn: on, data: filled({ text }) }],
  DropLead: ({ reason }, _project, on) => [{ type: 'LeadDropped', occurredOn: on, data: { reason } }],
  TerminateProject: ({ kind, reason, recoveries }, _project, on) => [
    { type: 'ProjectTerminated', occurredOn: on, data: filled({ kind, reason, recoveries }) },
  ],
  SuspendProject: ({ reason, expectedEnd }, project, on) => {
    const hold = openHold(project);
    if (hold?.on === on && hold.reason === reason) return [];
    if (hold) reject('already-on-hold');
    return [{ type: 'ProjectSuspended', occurredOn: on, data: filled({ reason, expectedEnd }) }];
  },
  ResumeProject: (_command, project, on) => {
    const hold = openHold(project) ?? reject('not-on-hold');
    if (on < hold.on) reject('date-not-later', 'occurredOn');
    return [{ type: 'ProjectResumed', occurredOn: on, data: {} }];
  },
  ReactivateProject: ({ reason, restart, approver }, project, on) => {
    if (!approver) reject('approver-required', 'approver');
    return [
      { type: 'ProjectReactivated', occurredOn: on, data: { from: project.phase, reason, restart: restart ?? [] } },
    ];
  },
  AcceptExcuse: ({ clock = 'agreed-start', until, reason }, _project, on) => [
    { type: 'ExcuseAccepted', occurredOn: on, data: { clock, until, reason } },
  ],
};
