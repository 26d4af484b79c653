import { migrate, openDatabase } from '#database';
import { DEFAULT_RULES, readCommand } from '#domain';
import * as office from '#office';
import { postgresStore } from '#event-store';
import { projectMigrations } from '#projections';
export const open = async () => {
  const data = process.env.DB ?? '/tmp/luodi-SPEED/db100k';
  const database = await openDatabase({ data, size: 16 });
  const { rows } = await database.pool.query("select id from migration where id like 'projections-project%'");
  console.log(rows, projectMigrations.map(({ id }) => id));
  if (!rows.some((r: any) => r.id === projectMigrations[0].id)) throw new Error('shape differs');
  await migrate(database.pool, office.officeMigrations);
  const store = postgresStore(database);
  const o = office.officeOver({ config: office.readConfig({ LUODI_DATA: data }), pool: database.pool, store } as any);
  return { database, pool: database.pool, store, office: o, close: async () => { await store.close(); await database.close(); } };
};
export const timed = async (name: string, f: () => Promise<unknown>, times = 5) => {
  const t: number[] = [];
  for (let i = 0; i < times; i++) { const b = performance.now(); await f(); t.push(performance.now() - b); }
  console.log(name, t.map((x) => Math.round(x)).join(' '));
};
