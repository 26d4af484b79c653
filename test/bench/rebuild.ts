import { DEFAULT_RULES } from '#domain';
import { fillProjects } from '#projections';
import { inTurn, onFreshDatabase, seconds, type Result } from './bench.ts';
import { seed } from './seed.ts';
import { rowsBare } from './rebuild-bare.ts';

const EVENTS = 20;

/** Rebuild of 20 events a project into the project model, against reading by cursor, folding and COPYing the same rows in bare Node. */
export const rebuild = (projects = 10_000, rounds = 3): Promise<readonly Result[]> =>
  onFreshDatabase(async ({ pool, store }) => {
    await seed(store, projects, EVENTS);
    await pool.query('analyze');
    const upTo = await store.head();
    const events = projects * EVENTS;
    const ours = async (): Promise<number> => {
      await pool.query('truncate project_span, counted_span');
      return events / (await seconds(() => fillProjects(pool, store, DEFAULT_RULES, upTo)));
    };
    const bare = (): Promise<number> => rowsBare(pool, events);
    const pairs = await inTurn(rounds, ours, bare);
    return [
      {
        name: 'rebuild of the project model',
        unit: 'events/s',
        ...pairs,
        settings: { projects, events, rounds },
      },
    ];
  });
