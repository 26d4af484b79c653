import { namedIn } from '../person.ts';
import type { Matter, Situation } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { PROJECT_COMMANDS, type ProjectCommandType } from '../project/commands.ts';
import { approvalLine, evolveApproval, type Approval } from './approval.ts';
import { APPROVAL_COMMANDS, type ApprovalCommand } from './commands.ts';
import type { ApprovalEvent } from './events.ts';
import { rejectApproval } from './rejections.ts';

const isCommand = (type: string): type is ProjectCommandType => Object.hasOwn(PROJECT_COMMANDS, type);

const byAnother = ({ by }: Approval, { actor }: Situation): void => {
  if (actor.user === by) rejectApproval('approved-by-asker');
};

/** What a second person approves before it is recorded: an extension, a correction, a reactivation (README, "Commands and events"). */
export const APPROVAL: Matter<ApprovalCommand, ApprovalEvent, Approval> = {
  name: 'approval',
  title: { zh: '请批件', en: 'Approval' },
  states: {
    asked: { zh: '待批准', en: 'Asked' },
    approved: { zh: '已批准', en: 'Approved' },
    refused: { zh: '不批准', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    lapsed: { zh: '已失效', en: 'Lapsed' },
  },
  commands: APPROVAL_COMMANDS,
  titles: {
    AskApproval: { zh: '请求批准', en: 'Ask for approval' },
    ApproveProposal: { zh: '批准', en: 'Approve' },
    RefuseProposal: { zh: '不批准', en: 'Refuse' },
    WithdrawProposal: { zh: '撤回', en: 'Withdraw' },
  },
  needs: {
    AskApproval: 'record-facts',
    ApproveProposal: 'decide',
    RefuseProposal: 'decide',
    WithdrawProposal: 'record-facts',
  },
  when: { AskApproval: ['none'], ApproveProposal: ['asked'], RefuseProposal: ['asked'], WithdrawProposal: ['asked'] },
  entailed: ['AskApproval'],
  barred: {
    ApproveProposal: byAnother,
    RefuseProposal: byAnother,
    WithdrawProposal: ({ by }, { actor }) => {
      if (actor.user !== by) rejectApproval('withdrawn-by-other');
    },
  },
  decisions: {
    AskApproval: ({ project, projectName, command, body, asked }, _none, on, { actor, people }) => {
      if (!isCommand(command)) return rejectApproval('approval-body-invalid', 'command');
      const approver = namedIn(people, asked) ?? rejectApproval('approval-body-invalid', 'asked');
      const data = filled({ project, projectName, command, body, by: actor.user, asked: approver });
      return [{ type: 'ApprovalAsked', occurredOn: on, data }];
    },
    ApproveProposal: (_command, _approval, on, { actor }) => [
      { type: 'ApprovalGiven', occurredOn: on, data: { by: actor.user } },
    ],
    RefuseProposal: ({ reason }, _approval, on, { actor }) => [
      { type: 'ApprovalRefused', occurredOn: on, data: { by: actor.user, reason } },
    ],
    WithdrawProposal: (_command, _approval, on, { actor }) => [
      { type: 'ApprovalWithdrawn', occurredOn: on, data: { by: actor.user } },
    ],
  },
  evolve: evolveApproval,
  line: approvalLine,
};
