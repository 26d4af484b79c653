import { DEFAULT_RULES } from '#domain';
import { fillProjects } from '#projections';
import { inTurn, onFreshDatabase, seconds, type Result } from './bench.ts';
import { seed } from './seed.ts';
import { rowsBare } from './rebuild-bare.ts';

const PROJECTS = 10_000;
const EVENTS = 20;

/** Rebuild of 200,000 events into the project model, against reading by cursor, folding and COPYing the same rows in bare Node. */
export const rebuild = (): Promise<readonly Result[]> =>
  onFreshDatabase(async ({ pool, store }) => {
    await seed(store, PROJECTS, EVENTS);
    await pool.query('analyze');
    const upTo = await store.head();
    const events = PROJECTS * EVENTS;
    const ours = async (): Promise<number> => {
      await pool.query('truncate project_span, counted_span');
      return events / (await seconds(() => fillProjects(pool, store, DEFAULT_RULES, upTo)));
    };
    const bare = (): Promise<number> => rowsBare(pool, events);
    const pairs = await inTurn(3, ours, bare);
    return [
      {
        name: 'rebuild of the project model',
        unit: 'events/s',
        ...pairs,
        settings: { projects: PROJECTS, events, rounds: 3 },
      },
    ];
  });
