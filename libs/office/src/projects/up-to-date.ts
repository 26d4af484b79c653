import { renewProjects } from '#projections';
import type { Office } from '../office.ts';

/** The project model up to the log's head; laid anew first where another release laid it, or where the rules have changed under it. */
export const upToDate = async ({ pool, store, rules, projects }: Office): Promise<void> => {
  await renewProjects(pool, store, rules);
  await projects.catchUp();
};
