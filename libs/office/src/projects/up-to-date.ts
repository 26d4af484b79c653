import { inTransaction } from '#database';
import { EVENT_WORDS, isForNewerFact, type RecordedEvent } from '#domain';
import { setAside, writeAside, type SetAside } from '#event-store';
import { renewArrivals, renewProjects } from '#projections';
import { MODEL_NAMES, rebuildModel, type ModelName } from '../audit/rebuild-models.ts';
import type { Office } from '../office.ts';

const isRead = ({ event }: RecordedEvent): boolean => Object.hasOwn(EVENT_WORDS, event.type);

/** What the facts of a stream entail, from the one on that could not be followed. */
const followAfterAll = async ({ pool, store, projects }: Office, { stream, version }: SetAside): Promise<void> => {
  const facts = await store.readStream(stream, version - 1);
  await inTransaction(pool, (tx) => writeAside(tx, 'follow-ups', { add: [], back: [stream] }));
  await projects.followUps.follow(facts);
};

/** What an older release had to set aside, because a newer one had recorded it, and this one can read: those models are laid anew, and what it entails is done. */
const takeBack = async (office: Office): Promise<void> => {
  const { pool, store } = office;
  const models = new Set<ModelName>();
  for (const aside of await setAside(pool)) {
    const fact = isForNewerFact(aside.reason) ? await store.recordAt(aside.position) : null;
    if (fact === null || !isRead(fact)) continue;
    const model = MODEL_NAMES.find((name) => name === aside.reader);
    if (model === undefined) await followAfterAll(office, aside);
    else models.add(model);
  }
  for (const model of models) await rebuildModel(office, model, () => undefined);
};

/** The project model up to the log's head; laid anew first, and the arrivals, where another release laid them, or where the rules have changed under it. */
export const upToDate = async (office: Office): Promise<void> => {
  const { pool, store, rules, projects } = office;
  await renewProjects(pool, store, rules);
  await renewArrivals(pool, store);
  await takeBack(office);
  await projects.catchUp();
};
