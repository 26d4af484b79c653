import type { Pool } from 'pg';
import { inTransaction, type Migration } from '#database';
import {
  PROJECT_COMMANDS,
  foldMatter,
  ISSUE,
  readCommand,
  Rejected,
  type Actor,
  type Circumstances,
  type IssueEvent,
  type OrderEvent,
  type ProjectCommand,
  type ProjectCommandType,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { commandHandler, reasonOf, writeAside, type EventStore } from '#event-store';
import { foldReadable } from '#projections';
import { placedOf, projectAggregate, PROJECT_STREAM } from './project-aggregate.ts';

export const followUpMigrations: readonly Migration[] = [
  {
    id: 'worker-1-follow-ups',
    sql: `create table follower (name text primary key, position bigint not null); insert into follower values ('follow-ups', 0)`,
  },
];

/** Facts of one stream that must have a fact in another. */
export interface FollowUps {
  /** Does what these facts entail; whatever was done before is done once. */
  readonly follow: (events: readonly RecordedEvent[]) => Promise<void>;
  /** The same for everything recorded so far, from where it stopped: a process that was killed in between leaves nothing half done. What cannot be done is set aside, for all to see, and passed. */
  readonly catchUp: () => Promise<void>;
}

interface Entailed {
  readonly type: ProjectCommandType;
  readonly project: string;
  readonly body: object;
}

/** Whether trying again may help: the database or the network says its errors by a code, a fact that cannot be followed has none. */
const mayPass = (error: unknown): boolean => error instanceof Error && 'code' in error;

const PAGE = 1_000;
const CITY = '市级协调';

/** One append touches one stream, so what a split, a merge or an accepted excuse means for another project follows from the log, not from the request. */
export const followUps = (
  pool: Pool,
  store: EventStore,
  circumstances: () => Promise<Circumstances>,
  rules: () => Promise<Rules>,
): FollowUps => {
  const give = commandHandler(store, projectAggregate, 0);

  const entailed = async (recorded: RecordedEvent): Promise<readonly Entailed[]> => {
    const event = recorded.event as ProjectEvent | OrderEvent | IssueEvent;
    const own = recorded.stream.slice(PROJECT_STREAM.length);
    switch (event.type) {
      case 'ProjectSplit': {
        const parent = foldReadable((await store.readStream(recorded.stream)).map(placedOf));
        if (parent.phase === 'none' || parent.contract === null) return [];
        const { contract, investor, creditCode, industry, chain, originRegion, hostRegion, owner } = parent;
        return event.data.children.map(({ id, code, title, contracted }) => ({
          type: 'RecordSplitOff',
          project: id,
          body: {
            occurredOn: event.occurredOn,
            parent: own,
            contracted,
            signedOn: contract.on,
            ...(contract.agreedStart ? { agreedStart: contract.agreedStart.date } : {}),
            ...(contract.landMode ? { landMode: contract.landMode } : {}),
            project: JSON.parse(
              JSON.stringify({
                code,
                title,
                investor,
                creditCode,
                industry,
                chain,
                originRegion,
                hostRegion,
                unit: owner.unit ?? undefined,
              }),
            ) as object,
          },
        }));
      }
      case 'ProjectsMerged':
        return [
          {
            type: 'RecordAbsorption',
            project: event.data.absorbed,
            body: { occurredOn: event.occurredOn, survivor: own },
          },
        ];
      case 'OrderExcuseAccepted': {
        const issued = (await store.readStream(recorded.stream))[0]?.event as
          Extract<OrderEvent, { type: 'OrderIssued' }> | undefined;
        const { until, reason, clock } = event.data;
        if (issued === undefined || clock === 'order-reply' || clock === 'issue') return []; // those clocks are the matter's own
        return [
          {
            type: 'AcceptExcuse',
            project: issued.data.project,
            body: {
              occurredOn: event.occurredOn,
              until,
              reason,
              ...(clock === undefined ? {} : { clock }),
              basis: issued.data.number,
            },
          },
        ];
      }
      // What the city has to settle is one of the five lists: the project carries the tag while such an issue is open.
      case 'IssueRaised':
      case 'IssueEscalated':
        return event.data.level === 'city' ? cityTag(recorded, 'add') : [];
      case 'IssueClosed':
        return cityTag(recorded, 'remove');
      default:
        return [];
    }
  };

  const cityTag = async (recorded: RecordedEvent, change: 'add' | 'remove'): Promise<readonly Entailed[]> => {
    const issue = foldMatter(
      ISSUE,
      (await store.readStream(recorded.stream)).map(({ event }) => event as IssueEvent),
    );
    if (issue.state === 'none' || issue.project === null || (change === 'remove' && issue.level !== 'city')) return [];
    if (change === 'remove') {
      const { rows } = await pool.query(
        `select 1 from matter where kind = 'issue' and project = $1 and open and level = 'city' and id <> $2 limit 1`,
        [issue.project, recorded.stream.slice('issue-'.length)],
      );
      if (rows.length > 0) return [];
    }
    return [{ type: 'TagProject', project: issue.project, body: { [change]: [CITY] } }];
  };

  const one = async (recorded: RecordedEvent): Promise<void> => {
    for (const { type, project, body } of await entailed(recorded)) {
      const command = readCommand(PROJECT_COMMANDS[type] as new () => ProjectCommand, body);
      const cause = `${recorded.id}>`;
      const actor: Actor = recorded.meta.actor;
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
        const {
          rows: [at],
        } = await pool.query<{ position: string }>(`select position from follower where name = 'follow-ups'`);
        const events = await store.readAll(BigInt(at!.position), PAGE);
        if (events.length === 0) return;
        for (const recorded of events) await oneOrAside(recorded);
        await pool.query(`update follower set position = greatest(position, $1) where name = 'follow-ups'`, [
          String(events.at(-1)!.position),
        ]);
      }
    },
  };
};
