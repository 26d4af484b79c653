import type { IsoDate } from '../dates.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { personOf, type Named } from '../person.ts';
import type { ProjectCommandType } from '../project/commands.ts';
import { COMMAND_WORDS } from '../words/commands.ts';
import { saidOf } from '../words/sentence.ts';
import type { ApprovalEvent } from './events.ts';

/** Something that a second person has to approve before it is recorded, as its facts make it. */
export interface Approval {
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
  readonly project: string;
  readonly projectName: string | null;
  readonly command: ProjectCommandType;
  readonly body: object;
  readonly by: string; // who asked
  readonly people: readonly Named[]; // who is asked
  readonly askedOn: IsoDate;
  readonly decided: { readonly on: IsoDate; readonly by: string } | null;
  readonly reason: string | null; // why it was refused, or the code for which nothing was recorded
}

const ended = (
  known: Approval,
  state: Approval['state'],
  on: IsoDate,
  by: string,
  reason: string | null,
): Approval => ({
  ...known,
  state,
  decided: { on, by },
  reason,
});

export const evolveApproval = (approval: Approval | NoMatter, { type, occurredOn: on, data }: ApprovalEvent) => {
  if (type === 'ApprovalAsked')
    return {
      state: 'asked',
      project: data.project,
      projectName: data.projectName ?? null,
      command: data.command,
      body: data.body,
      by: data.by,
      people: [data.asked],
      askedOn: on,
      decided: null,
      reason: null,
    } satisfies Approval;
  if (approval.state === 'none') throw new Error('an approval begins with ApprovalAsked');
  switch (type) {
    case 'ApprovalGiven':
      return ended(approval, 'approved', on, data.by, null);
    case 'ApprovalRefused':
      return ended(approval, 'refused', on, data.by, data.reason);
    case 'ApprovalWithdrawn':
      return ended(approval, 'withdrawn', on, data.by, null);
    case 'ApprovalLapsed':
      return { ...approval, state: 'lapsed', reason: data.code } satisfies Approval;
  }
};

export const approvalLine = ({ command, project, projectName, people, state }: Approval): MatterLine => ({
  number: null,
  title: projectName === null ? COMMAND_WORDS[command] : saidOf(projectName, COMMAND_WORDS[command]),
  project,
  unit: null,
  people: people.map(personOf),
  state,
  open: state === 'asked',
  due: null,
  level: null,
});
