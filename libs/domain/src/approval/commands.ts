import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';

/** Follows from a command that names an approver: nobody gives it by hand. */
export class AskApproval extends Occurrence {
  get type() {
    return 'AskApproval' as const;
  }
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.text({ zh: '项目名称', en: 'Project title', optional: true }) projectName?: string;
  @field.text({ zh: '事项', en: 'Command', max: 60 }) command!: string;
  @field.anything({ zh: '内容', en: 'What it says' }) body!: object;
  @field.person({ zh: '批准人', en: 'Approver' }) asked!: string;
}
export class ApproveProposal extends Occurrence {
  get type() {
    return 'ApproveProposal' as const;
  }
}
export class RefuseProposal extends Occurrence {
  get type() {
    return 'RefuseProposal' as const;
  }
  @field.longText({ zh: '不批准的理由', en: 'Why it is not approved' }) reason!: string;
}
export class WithdrawProposal extends Occurrence {
  get type() {
    return 'WithdrawProposal' as const;
  }
}

/** Every command of an approval, by name. */
export const APPROVAL_COMMANDS = { AskApproval, ApproveProposal, RefuseProposal, WithdrawProposal } as const;
export type ApprovalCommand = InstanceType<(typeof APPROVAL_COMMANDS)[keyof typeof APPROVAL_COMMANDS]>;
