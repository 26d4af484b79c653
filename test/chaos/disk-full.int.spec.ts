import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDiskFull, migrate, openDatabase } from '#database';
import { eventStoreMigrations, postgresStore } from '#event-store';
import { verify } from '#audit';
import { numbered } from '../../libs/event-store/src/contract.ts';
import { leaveOut } from '../support/left-out.ts';

const folder = mkdtempSync(join(tmpdir(), 'luodi-full-'));
const mounted = ((): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m,mode=755', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!mounted) leaveOut('a full disk (test/chaos/disk-full.int.spec.ts): no small disk can be mounted here');
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
});

(mounted ? it : it.skip)(
  'a full disk refuses what cannot be kept, loses nothing that was acknowledged, and goes on when there is room again',
  async () => {
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    const acknowledged: string[] = [];
    const refusals: unknown[] = [];
    let database = await openDatabase({ data });
    await migrate(database.pool, eventStoreMigrations);
    let store = postgresStore(database);
    const filler = join(folder, 'filler');
    for (let size = 0; ; size += 1) {
      // until nothing more fits
      try {
        writeFileSync(`${filler}-${size}`, Buffer.alloc(1024 * 1024));
      } catch {
        rmSync(`${filler}-${size}`, { force: true });
        break;
      }
    }
    const long = 'x'.repeat(200_000);
    for (let n = 0; n < 400 && refusals.length < 3; n += 1) {
      const event = numbered(n);
      try {
        await Promise.race([
          store.append(`full-${n}`, 0, [
            { ...event, event: { ...event.event, data: { n, long: `${long}${Math.random()}` } } },
          ]),
          new Promise((_resolve, reject) => {
            setTimeout(() => {
              reject(new Error('no answer'));
            }, 8_000);
          }),
        ]);
        acknowledged.push(`full-${n}`);
      } catch (error) {
        refusals.push(error);
      }
    }
    expect(refusals.length).toBeGreaterThan(0);
    await store.close();
    for (let size = 0; size < 400; size += 1) rmSync(`${filler}-${size}`, { force: true });
    await database.close();

    database = await openDatabase({ data });
    store = postgresStore({ ...database, raw: true });
    try {
      for (const stream of acknowledged) expect(await store.readStream(stream)).toHaveLength(1);
      expect((await verify(store)).ok).toBe(true);
      await store.append('afterwards', 0, [numbered(1)]);
      expect(refusals.some(isDiskFull)).toBe(true);
    } finally {
      await store.close();
      await database.close();
    }
  },
);
