import { v5 as uuid } from 'uuid';
import {
  decide,
  field,
  fold,
  placed,
  PROJECT_COMMANDS,
  readCommand,
  Rejected,
  schemaVersionOf,
  toldIn,
  type Actor,
  type Circumstances,
  type IsoDate,
  type NewEvent,
  type Placed,
  type ProjectEvent,
  type RecordedEvent,
  type Sentence,
} from '#domain';
import { WrongExpectedVersion, type EventStore } from '#event-store';
import { refuseFile } from '../refusals.ts';
import type { ImportEvent, Reverted } from './import-events.ts';
import { pastImport, PROJECT_STREAMS, streamOfImport, streamsOf } from './past-imports.ts';

/** What a person says who takes an import back. */
export class RevertImport {
  @field.longText({ zh: '撤回理由', en: 'Reason' }) reason!: string;
}

interface RevertRequest {
  readonly importId: string;
  readonly reason: string;
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly closedMonths: ReadonlySet<string>; // what falls into them stays: taking it back needs a second person, fact by fact
}

const placedOf = (events: readonly RecordedEvent[]): Placed[] =>
  events.map(({ event, version, position }) => ({ ...(event as ProjectEvent), version, position }));

const UNREADABLE: Sentence = {
  zh: '该项目有一条无法读取的记录，已被搁置：请更正或作废那条记录后，再逐条作废本次导入的事实。',
  en: 'The project has a record that cannot be read and is set aside: correct or void that record, then void what this import wrote one by one.',
};

/** Whether the facts can be folded: where one cannot, that project stays and the others are taken back. */
const isReadable = (history: readonly Placed[]): boolean => {
  try {
    fold(history);
    return true;
  } catch {
    return false;
  }
};

/** Voids of an import's facts in one project, the latest first, so that nothing is left hanging on what is already gone. */
const voidsFor = (
  events: readonly RecordedEvent[],
  { importId, reason, today, actor, closedMonths }: RevertRequest,
) => {
  const circumstances: Circumstances = {
    today,
    closedMonths,
    gates: { preReview: false, jointReview: false },
    people: new Map(),
  };
  const commandId = uuid(`revert:${importId}:${events[0]!.stream}`, importId);
  const history = placedOf(events);
  const voids: NewEvent<ProjectEvent>[] = [];
  if (!isReadable(history)) return { voids, refused: UNREADABLE };
  let refused: Sentence | null = null;
  const own = events.filter(({ meta, event }) => meta.imported?.importId === importId && event.type !== 'FactVoided');
  for (const { version } of [...own].reverse()) {
    const command = readCommand(PROJECT_COMMANDS.VoidFact, { target: version, reason, occurredOn: today });
    try {
      for (const one of placed(decide(command, fold(history), circumstances, toldIn(history)), history.length)) {
        history.push(one);
        const { type, occurredOn, data, version: own } = one;
        const event = { type, occurredOn, data } as ProjectEvent;
        voids.push({
          id: uuid(String(own), commandId),
          event,
          schemaVersion: schemaVersionOf(type),
          meta: { actor, commandId },
        });
      }
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (error.code !== 'fact-voided' && error.code !== 'project-unknown') refused = error.sentence;
    }
  }
  return { voids, refused };
};

const ATTEMPTS = 5;

/** Voids what an import wrote in one project; reads it anew where somebody wrote meanwhile. */
const revertProject = async (store: EventStore, first: readonly RecordedEvent[], request: RevertRequest) => {
  let events = first;
  for (let attempt = 1; ; attempt += 1) {
    const found = voidsFor(events, request);
    try {
      if (found.voids.length > 0) await store.append(events[0]!.stream, events.length, found.voids);
      return found;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === ATTEMPTS) throw error;
      events = await store.readStream(events[0]!.stream);
    }
  }
};

/**
 * Takes an import back as a whole: every fact that it wrote is voided, with its reason, and stays in the histories. A project of which others have recorded facts since stays, with theirs.
 * Taken back half by a run that was cut short, it goes on where that stopped. The same file can then be imported anew. `onProject`: told after each project how many are done.
 */
export const revertImport = async (
  store: EventStore,
  request: RevertRequest,
  onProject: (done: number) => void = () => undefined,
): Promise<Reverted> => {
  const { importId, reason, today, actor } = request;
  const past = (await pastImport(store, importId)) ?? refuseFile('import-unknown', importId);
  if (past.state === 'reverted') refuseFile('import-reverted', importId);
  let [projects, voided] = [0, 0];
  const staying: Reverted['staying'][number][] = [];
  for await (const events of streamsOf(store, importId)) {
    const { voids, refused } = await revertProject(store, events, request);
    projects += 1;
    onProject(projects);
    voided += voids.length;
    const { code = null } = (events[0]!.event.data ?? {}) as { readonly code?: string };
    if (refused !== null) staying.push({ id: events[0]!.stream.slice(PROJECT_STREAMS.length), code, why: refused.zh });
  }
  const commandId = uuid(`reverted:${importId}`, importId);
  const data = { importId, reason, projects, voided, staying };
  const event: ImportEvent = { type: 'ImportReverted', occurredOn: today, data };
  await store.append(await streamOfImport(store, importId), 'any', [
    { id: uuid('event', commandId), event, schemaVersion: schemaVersionOf(event.type), meta: { actor, commandId } },
  ]);
  return { importId, projects, voided, staying };
};
