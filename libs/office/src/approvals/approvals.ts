import { APPROVAL, MATTERS, projectStream } from '#domain';
import { projectAggregate, type ProjectOrder } from '../projects/project-aggregate.ts';
import type { MatterRoute } from '../matters/matter-commands.ts';
import type { Office } from '../office.ts';

export const ASK_APPROVAL: MatterRoute = {
  matter: MATTERS[APPROVAL.name]!,
  type: 'AskApproval',
  commandClass: APPROVAL.commands.AskApproval,
  opens: true,
  path: '',
};

/** Whether a command would be recorded as the project stands now, and says something new. Throws what it would be refused for. Nothing is stored. */
export const wouldRecord = async ({ store }: Office, order: ProjectOrder): Promise<boolean> => {
  const history = await store.readStream(projectStream(order.projectId));
  const state = projectAggregate.fold(history);
  const loaded = { version: state.version, position: state.position, history, state };
  projectAggregate.admit?.(order, loaded);
  return projectAggregate.decide(order, loaded).length > 0;
};

/** What is asked: the command as it was given, dated the day of asking where it says none. */
export const askingBody = ({ projectId, command, circumstances }: ProjectOrder, body: unknown): object => ({
  project: projectId,
  command: command.type,
  asked: `@${command.approver!.replace(/^@/, '')}`,
  body: { ...(body as object), occurredOn: command.occurredOn ?? circumstances.today },
});
