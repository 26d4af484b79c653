import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type Migration } from '#database';
import { isoDate } from '#domain';
import { MODEL_NAMES, openOffice, readConfig, rebuildModel, upToDate, verifyLog, wholeList } from '#office';
import { listNamed } from '#projections';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

/** What an installation of a released state left behind, with what its lists showed. Never edited, only added to. */
interface OldFolder {
  readonly tables: readonly Migration[]; // as that release laid them
  readonly rows: Readonly<Record<string, readonly object[]>>; // of each table; those of the project lists are left out: every release lays them anew
  readonly sequences: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, readonly (readonly [code: string, phase: string, ...unknown[]])[]>>;
}
const folders = join(__dirname, 'folders');
const AS_OF = { day: isoDate('2026-11-20'), position: null };
const DAYS_LATER = () => new Date('2026-12-02T08:00:00+08:00');

/** The folder as it lay when that release was stopped. */
const laidOut = async ({ pool }: TestDatabase, data: string, old: OldFolder): Promise<void> => {
  await migrate(pool, old.tables);
  for (const [table, rows] of Object.entries(old.rows)) {
    await pool.query(`delete from ${table}`); // what laying the tables put there
    await pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  }
  for (const [sequence, last] of Object.entries(old.sequences))
    await pool.query('select setval($1, $2)', [sequence, last]);
  for (const [file, text] of Object.entries(old.files)) writeFileSync(join(data, file), text);
};

it.each(readdirSync(folders))(
  'a data folder that was left by %s opens: nothing in it was changed, rebuilt it differs in nothing, and its lists show what they showed',
  async (file) => {
    const old = JSON.parse(readFileSync(join(folders, file), 'utf8')) as OldFolder;
    const database = await freshDatabase();
    const data = mkdtempSync(join(tmpdir(), 'luodi-folder-'));
    await laidOut(database, data, old);
    const office = await openOffice(readConfig({ DATABASE_URL: database.url, LUODI_DATA: data }), { now: DAYS_LATER });
    try {
      await upToDate(office);
      expect(await verifyLog(office, {})).toMatchObject({
        ok: true,
        firstBad: null,
        events: old.rows['event']!.length,
      });
      for (const name of MODEL_NAMES)
        expect(await rebuildModel(office, name, () => undefined)).toMatchObject({ name, differences: 0 });
      const shown: Record<string, unknown> = {};
      for (const name of Object.keys(old.shown)) {
        const { rows } = await wholeList(office, { list: listNamed(name)!, asOf: AS_OF, scope: { all: true } });
        shown[name] = rows.map(({ code, phase, colour, clock }) => [code, phase, colour, clock]);
      }
      expect(shown).toEqual(old.shown);
    } finally {
      await office.close();
      await database.drop();
      rmSync(data, { recursive: true });
    }
  },
);
