import type { ApprovalEvent } from '../approval/events.ts';
import type { Actor } from '../event.ts';
import type { Issue } from '../issue/issue.ts';
import type { OrderEvent } from '../supervision/events.ts';
import type { ProjectCommandType } from './commands.ts';
import type { ProjectEventOf } from './events.ts';
import type { KnownProject } from './state.ts';

/** A command that a fact of one stream means for a project: one append touches one stream, so the rest follows from the log, not from the request. */
export interface Entailed {
  readonly type: ProjectCommandType;
  readonly project: string; // id
  readonly body: object; // as readCommand takes it
  readonly actor?: Actor; // who gives it, where that is not who recorded the fact
}

/** Each child of a split begins with what it takes over of its parent. */
export const splitEntails = (
  parentId: string,
  parent: KnownProject,
  { occurredOn, data }: ProjectEventOf<'ProjectSplit'>,
): readonly Entailed[] => {
  const { contract, investor, creditCode, industry, chain, originRegion, hostRegion, owner } = parent;
  if (contract === null) return [];
  const inherited = { investor, creditCode, industry, chain, originRegion, hostRegion, unit: owner.unit };
  return data.children.map(({ id, code, title, contracted }) => ({
    type: 'RecordSplitOff',
    project: id,
    body: {
      occurredOn,
      parent: parentId,
      contracted,
      signedOn: contract.on,
      agreedStart: contract.agreedStart?.date,
      landMode: contract.landMode,
      project: { code, title, ...inherited },
    },
  }));
};

/** The project that a merge absorbed ends with it. */
export const mergeEntails = (
  survivor: string,
  { occurredOn, data }: ProjectEventOf<'ProjectsMerged'>,
): readonly Entailed[] => [{ type: 'RecordAbsorption', project: data.absorbed, body: { occurredOn, survivor } }];

type Typed<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;

/** An excuse accepted for an order pauses the project's clock; the clocks of orders and issues are the matter's own. */
export const excuseEntails = (
  { data: issued }: Typed<'OrderIssued'>,
  { occurredOn, data: { until, reason, clock } }: Typed<'OrderExcuseAccepted'>,
): readonly Entailed[] =>
  clock === 'order-reply' || clock === 'issue'
    ? []
    : [
        {
          type: 'AcceptExcuse',
          project: issued.project,
          body: { occurredOn, until, reason, clock, basis: issued.number === '' ? undefined : issued.number },
        },
      ];

/** What the city has to settle is one of the five lists (README, "Lists"). */
const CITY_TAG = '市级协调';

/** A project carries the tag while any issue of the city's level stands open on it. `issues`: all of the project's, folded from the log. */
export const cityTagEntails = (project: string, issues: readonly Issue[]): readonly Entailed[] => {
  const open = issues.some(({ level, state }) => level === 'city' && state !== 'closed');
  return [{ type: 'TagProject', project, body: { [open ? 'add' : 'remove']: [CITY_TAG] } }];
};

/** What was approved is recorded as who asked gave it, with who approved it. */
export const approvalEntails = (
  { data: { command, project, body } }: Extract<ApprovalEvent, { type: 'ApprovalAsked' }>,
  asker: Actor,
  approver: string,
): readonly Entailed[] => [{ type: command, project, body: { ...body, approver }, actor: asker }];
