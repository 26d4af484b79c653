import { EVENT_WORDS, isForNewerFact } from '#domain';
import { setAside } from '#event-store';
import { renewProjects } from '#projections';
import { MODEL_NAMES, rebuildModel, type ModelName } from '../audit/rebuild-models.ts';
import type { Office } from '../office.ts';

/** What an older release had to set aside, because a newer one had recorded it, and this one can read: those models are laid anew. */
const takeBack = async (office: Office): Promise<void> => {
  const { pool, store } = office;
  const models = new Set<ModelName>();
  for (const { reader, position, reason } of await setAside(pool)) {
    const model = MODEL_NAMES.find((name) => name === reader);
    if (model === undefined || models.has(model) || !isForNewerFact(reason)) continue;
    const fact = await store.recordAt(position);
    if (fact !== null && Object.hasOwn(EVENT_WORDS, fact.event.type)) models.add(model);
  }
  for (const model of models) await rebuildModel(office, model, () => undefined);
};

/** The project model up to the log's head; laid anew first where another release laid it, or where the rules have changed under it. */
export const upToDate = async (office: Office): Promise<void> => {
  const { pool, store, rules, projects } = office;
  await renewProjects(pool, store, rules);
  await takeBack(office);
  await projects.catchUp();
};
