import type { IsoDate } from '../dates.ts';
import { aboutCommand, type ProjectCommand, type ProjectCommandType } from './commands.ts';
import { reachesClosedMonth } from './closed-months.ts';
import { CORRECTION } from './decisions/correction.ts';
import { filled, only, type Circumstances, type Decision, type Decisions } from './decisions/decision.ts';
import { ENDING } from './decisions/ending.ts';
import { IDENTITY } from './decisions/identity.ts';
import { LANDING } from './decisions/landing.ts';
import { LEAD } from './decisions/lead.ts';
import { NEGOTIATION } from './decisions/negotiation.ts';
import { SIGNING } from './decisions/signing.ts';
import type { Identity, ProjectEvent } from './events.ts';
import type { RecordProject, RegisterLead } from './commands/lead.ts';
import { evolve } from './fold.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';
import { holdsFact, saysTheSame, type Told } from './known-facts.ts';
import { placed } from './placed.ts';
import { reject } from './rejections.ts';
import { checkSecondPerson } from './second-person.ts';
import { bears, holds } from './sound.ts';
import type { KnownProject, Project } from './state.ts';

type Creating = 'RegisterLead' | 'RecordProject' | 'RecordSplitOff';

const DECISIONS: Decisions<Exclude<ProjectCommandType, Creating>> = {
  ...LEAD,
  ...NEGOTIATION,
  ...SIGNING,
  ...LANDING,
  ...ENDING,
  ...IDENTITY,
  ...CORRECTION,
};

/** What the first record says of a project. */
const identityOf = (command: RegisterLead | RecordProject): Identity =>
  filled(only(command, [...IDENTITY_FIELDS, 'progressKnownFrom']));

const create = (command: Extract<ProjectCommand, { type: Creating }>, on: IsoDate): readonly ProjectEvent[] => {
  switch (command.type) {
    case 'RegisterLead':
      return [{ type: 'LeadRegistered', occurredOn: on, data: identityOf(command) }];
    case 'RecordProject':
      return [{ type: 'ProjectRecorded', occurredOn: on, data: identityOf(command) }];
    case 'RecordSplitOff': {
      const { project, parent, contracted, signedOn, agreedStart, landMode } = command;
      return [
        {
          type: 'ProjectSplitOff',
          occurredOn: on,
          data: filled({ ...identityOf(project), parent, contracted, signedOn, agreedStart, landMode }),
        },
      ];
    }
  }
};

const isCreating = (command: ProjectCommand): command is Extract<ProjectCommand, { type: Creating }> =>
  command.type === 'RegisterLead' || command.type === 'RecordProject' || command.type === 'RecordSplitOff';

/** What may come, go and come again on one day, by what it is about. */
const COMES_AND_GOES: Readonly<Partial<Record<ProjectEvent['type'], string>>> = {
  ProjectSuspended: 'hold',
  ProjectResumed: 'hold',
  ProjectTagged: 'tag',
  TransferRequested: 'transfer',
  TransferAccepted: 'transfer',
};

/** Of a fact that was said. */
const saidLast = (fact: ProjectEvent, told: Told): boolean => {
  const about = COMES_AND_GOES[fact.type];
  const last = told.facts().findLast(({ type }) => COMES_AND_GOES[type] === about)!;
  return saysTheSame(last, fact);
};

/**
 * Whether just this fact already stands: said again it is nothing new, also where later facts have moved on since. What comes and goes stands
 * where it was the last to be said of its kind; else its decision tells.
 */
const stands = (fact: ProjectEvent, told: Told): boolean =>
  told.mayHold(fact) &&
  holdsFact(told.facts(), fact) &&
  (COMES_AND_GOES[fact.type] === undefined || saidLast(fact, told));

const checkApprover = ({ approver }: ProjectCommand, { giver, people }: Circumstances): void => {
  if (approver !== undefined && giver !== undefined) checkSecondPerson(approver, giver, people);
};

/** What falls into a month whose figures were reported needs a second person (README, "Periods"). */
const checkPeriod = (command: ProjectCommand, on: IsoDate, { closedMonths }: Circumstances, told: Told): void => {
  if (!command.approver && reachesClosedMonth(command, on, closedMonths, told)) reject('period-closed', 'approver');
};

/** Facts that add money: each amount is possible, their sum may be none. */
const ADDING: ReadonlySet<string> = new Set(['ArrivalReported', 'ArrivalCertified', 'ProjectsMerged']);

/** What a command does to a project: its facts, none where nothing new is said, or a refusal. `told`: what was said before; only few commands look at all of it. */
export const decide = (
  command: ProjectCommand,
  project: Project,
  circumstances: Circumstances,
  told: Told,
): readonly ProjectEvent[] => {
  const on = command.occurredOn ?? circumstances.today;
  if (on > circumstances.today) reject('occurred-in-future', 'occurredOn');
  checkApprover(command, circumstances);
  checkPeriod(command, on, circumstances, told);

  if (isCreating(command)) {
    if (project.phase !== 'none') return reject('project-exists');
    const facts = create(command, on);
    for (const fact of facts) holds(fact);
    return facts;
  }
  if (project.phase === 'none') return reject('project-unknown');
  if (!aboutCommand(command.type).when.includes(project.phase)) reject('wrong-phase');
  const decision = DECISIONS[command.type] as Decision<typeof command.type>;
  const facts = (decision as (...given: unknown[]) => readonly ProjectEvent[])(
    command,
    project,
    on,
    circumstances,
    told,
  );
  const news = facts.filter((fact) => !stands(fact, told));
  for (const fact of news) holds(fact);
  if (news.some(({ type }) => ADDING.has(type)))
    bears(placed(news, told.version).reduce(evolve, project) as KnownProject, 'amount');
  return news;
};
