import { addMonths } from '../../dates.ts';
import type { NEGOTIATION_COMMANDS } from '../commands/negotiation.ts';
import { reject } from '../rejections.ts';
import { filled, type Decisions } from './decision.ts';

export const NEGOTIATION: Decisions<keyof typeof NEGOTIATION_COMMANDS> = {
  OpenNegotiation: ({ class: size, owner }, project, on) => {
    if (project.negotiation?.on === on && project.negotiation.class === size) return [];
    if (project.negotiation) reject('negotiation-open');
    return [{ type: 'NegotiationOpened', occurredOn: on, data: filled({ class: size, owner }) }];
  },
  // What is said again to the letter is told by decide.ts: whoever adds a next step to the same words says something new.
  ReportProgress: ({ text, nextStep, nextDate }, _project, on) => [
    { type: 'ProgressReported', occurredOn: on, data: filled({ text, nextStep, nextDate }) },
  ],
  SubmitPreReview: ({ departments }, _project, on) => [
    { type: 'PreReviewSubmitted', occurredOn: on, data: filled({ departments }) },
  ],
  GiveOpinion: ({ department, opinion, text }, _project, on) => [
    { type: 'OpinionGiven', occurredOn: on, data: filled({ department, opinion, text }) },
  ],
  DecidePreReview: ({ result, meeting, text }, _project, on) => [
    { type: 'PreReviewDecided', occurredOn: on, data: filled({ result, meeting, text }) },
  ],
  HoldJointReview: ({ meeting, investment, landMu, outputPerMu }, project, on) =>
    project.jointReview?.meeting === meeting
      ? []
      : [{ type: 'JointReviewHeld', occurredOn: on, data: filled({ meeting, investment, landMu, outputPerMu }) }],
  ExtendNegotiation: ({ until, reason, approver }, project, on) => {
    if (!approver) reject('approver-required', 'approver');
    if (project.extension?.until === until) return [];
    const opened = project.negotiation;
    const due = project.extension?.until ?? (opened ? addMonths(opened.on, opened.class === 'large' ? 6 : 3) : on);
    if (until <= due) reject('date-not-later', 'until');
    return [{ type: 'NegotiationExtended', occurredOn: on, data: { until, reason } }];
  },
  PlanSigning: ({ month }, project, on) =>
    project.plannedSigning === month ? [] : [{ type: 'SigningPlanned', occurredOn: on, data: { month } }],
  AgreeFramework: ({ kind, amount, number }, _project, on) => [
    { type: 'FrameworkAgreed', occurredOn: on, data: filled({ kind, amount, number }) },
  ],
};
