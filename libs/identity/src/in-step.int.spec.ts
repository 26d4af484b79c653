import { migrate } from '#database';
import { readCommand } from '#domain';
import { eventStoreMigrations, postgresStore } from '#event-store';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { CreateAccount } from './commands.ts';
import { openIdentity } from './identity.ts';
import { identityMigrations } from './tables.ts';

it('what one process ends no other goes on accepting from memory', async () => {
  const database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...identityMigrations]);
  const store = postgresStore(database);
  const now = (): Date => new Date('2026-03-02T01:00:00Z'); // it stands: nothing is forgotten for its age
  const [here, there] = [openIdentity(database.pool, store, now), openIdentity(database.pool, store, now)];
  const stop = there.keepInStep(database.url);
  try {
    const password = 'River-boat-42';
    const account = { user: 'clerk', name: '李四', roles: ['clerk'], scope: 'all', password };
    await here.createAccount(readCommand(CreateAccount, account), { user: 'admin', unit: null });
    // Until the connection on which others are heard stands, what was ended before it is remembered: each round a session of its own.
    for (let isHeard = false; !isHeard;) {
      const { secret } = await here.signIn({ user: 'clerk', password }, '10.0.0.1');
      expect((await there.callerOf(secret))?.user).toBe('clerk');
      await here.signOut(secret);
      for (let look = 0; look < 50 && !isHeard; look += 1) {
        isHeard = (await there.callerOf(secret)) === null;
        await new Promise((later) => setTimeout(later, 20));
      }
    }
  } finally {
    await stop();
    await store.close();
    await database.drop();
  }
}, 600_000);
