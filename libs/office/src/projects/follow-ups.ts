import { randomUUID } from 'node:crypto';
import { inTransaction, type Pool } from '#database';
import {
  approvalEntails,
  cityTagEntails,
  excuseEntails,
  foldMatter,
  ISSUE,
  isInNewerShape,
  mergeEntails,
  NewerFact,
  PROJECT_COMMANDS,
  projectIdOf,
  readCommand,
  Rejected,
  schemaVersionOf,
  splitEntails,
  type ApprovalEvent,
  type Circumstances,
  type Entailed,
  type Issue,
  type IssueEvent,
  type OrderEvent,
  type ProjectCommand,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { commandHandler, followedTo, moveFollower, reasonOf, writeAside, type EventStore } from '#event-store';
import { foldReadable } from '#projections';
import { placedOf } from './folded-project.ts';
import { projectAggregate } from './project-aggregate.ts';

/** Facts of one stream that must have a fact in another. */
export interface FollowUps {
  /** Does what these facts entail; whatever was done before is done once. */
  readonly follow: (events: readonly RecordedEvent[]) => Promise<void>;
  /** The same for everything recorded so far, from where it stopped: a process that was killed in between leaves nothing half done. What cannot be done is set aside, for all to see, and passed. */
  readonly catchUp: () => Promise<void>;
}

/** Whether trying again may help: the database or the network says its errors by a code, a fact that cannot be followed has none. */
const mayPass = (error: unknown): boolean => error instanceof Error && 'code' in error;

const PAGE = 1_000;

/** One append touches one stream, so what a split, a merge or an accepted excuse means for another project follows from the log, not from the request. */
export const followUps = (
  pool: Pool,
  store: EventStore,
  circumstances: () => Promise<Circumstances>,
  rules: () => Promise<Rules>,
  issuesOf: (project: string) => Promise<readonly string[]>,
): FollowUps => {
  const give = commandHandler(store, projectAggregate, 0);

  const historyOf = async (stream: string) => (await store.readStream(stream)).map(({ event }) => event);
  const issueOf = async (stream: string) => foldMatter(ISSUE, (await historyOf(stream)) as readonly IssueEvent[]);

  /** Decided on the issues as the log has them: the read model only says which they are. */
  const cityTag = async (stream: string): Promise<readonly Entailed[]> => {
    const own = await issueOf(stream);
    if (own.state === 'none' || own.project === null || own.level !== 'city') return [];
    const others = await Promise.all((await issuesOf(own.project)).map((id) => issueOf(`issue-${id}`)));
    return cityTagEntails(own.project, [own, ...others.filter((issue): issue is Issue => issue.state !== 'none')]);
  };

  const approved = async (stream: string, approver: string): Promise<readonly Entailed[]> => {
    const [asked] = await store.readStream(stream);
    const event = asked?.event as ApprovalEvent | undefined;
    return event?.type === 'ApprovalAsked' ? approvalEntails(event, asked!.meta.actor, approver) : [];
  };
  /** Approved, but the project has moved on: nothing is recorded, and who asked and who approved can read why. */
  const lapse = async ({ id, stream, event: { occurredOn }, meta }: RecordedEvent, code: string): Promise<void> => {
    const event = { type: 'ApprovalLapsed', occurredOn, data: { code } };
    const commandId = `${id}>lapsed`;
    await store.append(stream, 'any', [
      { id: randomUUID(), event, schemaVersion: schemaVersionOf(event.type), meta: { ...meta, commandId } },
    ]);
  };

  const entailed = async ({ event: fact, stream }: RecordedEvent): Promise<readonly Entailed[]> => {
    const event = fact as ProjectEvent | OrderEvent | IssueEvent | ApprovalEvent;
    const own = projectIdOf(stream);
    switch (event.type) {
      case 'ProjectSplit': {
        const parent = foldReadable((await store.readStream(stream)).map(placedOf));
        return parent.phase === 'none' ? [] : splitEntails(own, parent, event);
      }
      case 'ProjectsMerged':
        return mergeEntails(own, event);
      case 'OrderExcuseAccepted': {
        const [issued] = (await historyOf(stream)) as readonly OrderEvent[];
        return issued?.type === 'OrderIssued' ? excuseEntails(issued, event) : [];
      }
      case 'ApprovalGiven':
        return approved(stream, event.data.by);
      case 'IssueRaised':
      case 'IssueEscalated':
      case 'IssueReopened':
      case 'IssueClosed':
        return cityTag(stream);
      default:
        if (isInNewerShape(fact.type)) throw new NewerFact(fact.type); // what it entails only the newer release knows
        return [];
    }
  };

  const one = async (recorded: RecordedEvent): Promise<void> => {
    for (const { type, project, body, actor = recorded.meta.actor } of await entailed(recorded)) {
      const command = readCommand(PROJECT_COMMANDS[type] as new () => ProjectCommand, body);
      const cause = `${recorded.id}>`;
      try {
        await give({
          projectId: project,
          command,
          actor,
          key: { prefix: cause, id: `${cause}${type}` },
          visible: { all: true },
          circumstances: await circumstances(),
          rules: await rules(),
        });
      } catch (error) {
        if (!(error instanceof Rejected)) throw error; // refused by what stands recorded: done before, or the project has moved on
        if (recorded.event.type === 'ApprovalGiven') await lapse(recorded, error.code);
      }
    }
  };

  const aside = ({ stream, position, version }: RecordedEvent, error: unknown): Promise<void> =>
    inTransaction(pool, (tx) =>
      writeAside(tx, 'follow-ups', {
        add: [{ reader: 'follow-ups', stream, position, version, reason: reasonOf(error) }],
        back: [],
      }),
    );
  /** One fact whose consequence cannot be recorded must not keep the others from theirs. */
  const oneOrAside = (recorded: RecordedEvent): Promise<void> =>
    one(recorded).catch((error: unknown) => {
      if (mayPass(error)) throw error;
      return aside(recorded, error);
    });

  return {
    follow: async (events) => {
      for (const recorded of events) await oneOrAside(recorded);
    },
    catchUp: async () => {
      for (;;) {
        const events = await store.readAll(await followedTo(pool, 'follow-ups'), PAGE);
        if (events.length === 0) return;
        for (const recorded of events) await oneOrAside(recorded);
        await moveFollower(pool, 'follow-ups', events.at(-1)!.position);
      }
    },
  };
};
