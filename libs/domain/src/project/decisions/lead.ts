import type { LEAD_COMMANDS } from '../commands/lead.ts';
import { reject } from '../rejections.ts';
import { filled, type Decisions } from './decision.ts';

export const LEAD: Decisions<Exclude<keyof typeof LEAD_COMMANDS, 'RegisterLead' | 'RecordProject'>> = {
  AcknowledgeLead: ({ by }, project, on) => {
    if (project.acknowledged?.on === on) return [];
    if (project.acknowledged) reject('lead-acknowledged');
    return [{ type: 'LeadAcknowledged', occurredOn: on, data: filled({ by }) }];
  },
  ScreenLead: ({ valuable, reasons }, _project, on) => [
    { type: 'LeadScreened', occurredOn: on, data: filled({ valuable, reasons }) },
  ],
  FeedBackLead: ({ text }, project, on) => {
    if (!project.isLead) reject('not-a-lead');
    return [{ type: 'LeadFedBack', occurredOn: on, data: filled({ text }) }];
  },
  ClaimFirstContact: ({ unit, text }, project, on) =>
    project.claim?.unit === unit && project.claim.decided === null
      ? []
      : [{ type: 'FirstContactClaimed', occurredOn: on, data: filled({ unit, text }) }],
  DecideClaim: ({ granted, until, reason }, project, on) => {
    if (project.claim === null || project.claim.decided !== null) reject('no-claim');
    return [{ type: 'ClaimDecided', occurredOn: on, data: filled({ granted, until, reason }) }];
  },
  FlagDuplicate: ({ other, level, score, reasons, ruleVersion }, project, on) =>
    Object.hasOwn(project.duplicates, other)
      ? []
      : [{ type: 'DuplicateFlagged', occurredOn: on, data: { other, level, score, reasons, ruleVersion } }],
  ResolveDuplicate: ({ other, same, reason }, project, on) => {
    if (!Object.hasOwn(project.duplicates, other)) reject('duplicate-unknown', 'other');
    const known = project.duplicates[other];
    if (known === (same ? 'same' : 'different')) return [];
    return [{ type: 'DuplicateResolved', occurredOn: on, data: { other, same, reason } }];
  },
};
