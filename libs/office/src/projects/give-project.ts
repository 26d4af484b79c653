import { v5 as uuidOf } from 'uuid';
import { APPROVAL, projectStream, readCommand, type ProjectCommand, type ProjectCommandType } from '#domain';
import type { Caller, VisibleProjects } from '#identity';
import { seenAmong } from '#projections';
import { admitMentioned, admitUnit } from '../admit.ts';
import { commandKey } from '../command-key.ts';
import { ASK_APPROVAL, askingBody, wouldRecord } from '../approvals/approvals.ts';
import { admitApprover } from '../approvals/approver.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import { giveMatter, matterIdOf, type MatterAnswer } from '../matters/give-matter.ts';
import type { Office } from '../office.ts';
import { handsOf } from './hands-of.ts';
import { otherProjects } from './other-projects.ts';
import type { ProjectOrder } from './project-aggregate.ts';
import { commandClassOf } from './project-commands.ts';

const IDS = '6f0f3c2e-64b5-4f0e-9d55-6f1b2a0f7c11'; // namespace of project ids that follow from an idempotency key

/** `project`: null where the command makes one. */
export interface GivenToProject extends Given {
  readonly type: ProjectCommandType;
  readonly project: string | null;
}

export interface ProjectAnswer extends Answer {
  readonly projectId: string;
  /** The approval that the command now waits for; null where it is recorded. */
  readonly approval: string | null;
}

/** The bureau's number where the asker gives none, and the asker's own unit where no unit is named. */
const withCode = async ({ projects }: Office, caller: Caller, body: unknown): Promise<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { code, unit } = body as { code?: unknown; unit?: unknown };
  return {
    ...body,
    ...(code === undefined || code === '' ? { code: await projects.numbers.nextCode() } : {}),
    ...(unit === undefined && caller.unit !== null ? { unit: caller.unit } : {}),
  };
};

const orderOf = async (
  office: Office,
  given: GivenToProject,
  projectId: string,
  command: ProjectCommand,
): Promise<ProjectOrder> => {
  const { caller, type, body, key } = given;
  const { pool, store, projects } = office;
  const [rules, others, visible, circumstances] = await Promise.all([
    office.rules(),
    otherProjects({ pool, store, caughtUp: projects.catchUp }, projectId, command),
    office.visibleTo(caller),
    office.circumstances(),
  ]);
  return {
    projectId,
    command,
    actor: actorOf(caller),
    key: commandKey(caller.account, key, type, body),
    visible,
    circumstances: {
      ...circumstances,
      giver: caller.user,
      hands: handsOf(caller, rules.policyOn(office.today()).secondPerson),
      ...(others ? { others } : {}),
    },
    rules,
  };
};

/** Asks the approver, once. Null: the command would record nothing, so that nobody need be asked. */
const askApprover = async (
  office: Office,
  { caller, key, project, body }: GivenToProject,
  order: ProjectOrder,
): Promise<MatterAnswer | null> => {
  const { projectId, command } = order;
  const asked = await office.store.readStreamBack(`${APPROVAL.name}-${matterIdOf(caller, key)}`, null, 1);
  if (asked.length === 0) {
    if (!(await wouldRecord(office, order))) return null;
    await office.projects.catchUp();
    const sees = async (scope: VisibleProjects): Promise<boolean> =>
      project === null || (await seenAmong(office.pool, scope, [projectId])).has(projectId);
    await admitApprover(office, caller, command.approver!, sees);
  }
  return giveMatter(office, {
    caller,
    key,
    ifVersion: null,
    id: null,
    route: ASK_APPROVAL,
    body: askingBody(order, body),
  });
};

/** Where a command names an approver it is not recorded but put to that person: approving is a step of its own, by somebody else who has signed in. */
const askInstead = async (office: Office, given: GivenToProject, order: ProjectOrder): Promise<ProjectAnswer> => {
  const { projectId } = order;
  const asked = await askApprover(office, given, order);
  const last = (await office.store.readStreamBack(projectStream(projectId), null, 1))[0];
  return {
    projectId,
    version: last?.version ?? 0,
    position: asked?.position ?? (last === undefined ? null : Number(last.position)),
    events: [],
    repeated: asked?.repeated ?? false,
    approval: asked?.id ?? null,
  };
};

/** A command given to a project. A new project's id follows from the key, so a repeated request finds the project that the first one made. */
export const giveProject = async (office: Office, given: GivenToProject): Promise<ProjectAnswer> => {
  const { caller, type, body, key, ifVersion } = given;
  const projectId = given.project ?? uuidOf(`${caller.account}/${key}`, IDS);
  const full = type === 'RegisterLead' || type === 'RecordProject' ? await withCode(office, caller, body) : body;
  const command = readCommand(commandClassOf(type) as new () => ProjectCommand, full);
  await admitMentioned(office, caller, command);
  await admitUnit(office, caller, type, command);
  const order = await orderOf(office, given, projectId, command);
  if (command.approver !== undefined) return askInstead(office, { ...given, body: full }, order);
  const { projects } = office;
  const handled = await projects.numbers.claiming(projectId, command, () => projects.handle(order, ifVersion));
  await projects.followUps.follow(handled.events); // what it means for other projects; a process of its own finishes what is cut off here
  return { projectId, ...answerOf(handled), approval: null };
};
