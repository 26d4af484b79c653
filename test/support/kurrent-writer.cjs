// A process of its own that writes to a log in KurrentDB: half of its events to a stream of its own, half to one that all writers share.
const { randomUUID } = require('node:crypto');
const { connect } = require('../../libs/database/src/connect.ts');
const { kurrentStore } = require('../../libs/event-store/src/kurrent/kurrent-store.ts');

const [url, databaseUrl, prefix, me, count] = process.argv.slice(2);
const event = (n) => ({
  id: randomUUID(),
  event: { type: 'Numbered', occurredOn: '2026-01-05', data: { n } },
  schemaVersion: 1,
  meta: { actor: { user: me, unit: null }, commandId: randomUUID() },
});

(async () => {
  const pool = await connect(databaseUrl);
  const store = kurrentStore({ url, pool, prefix });
  const work = [];
  for (let n = 0; n < Number(count); n += 1)
    work.push(store.append(n % 2 === 0 ? `race-own-${me}` : 'race-shared', 'any', [event(n)]));
  await Promise.all(work);
  await store.close();
  await pool.end();
})();
