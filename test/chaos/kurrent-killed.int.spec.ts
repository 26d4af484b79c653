import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { migrate } from '#database';
import { eventStoreMigrations } from '#event-store';
import { nothingIsLost } from '../support/kurrent-at-work.ts';
import { kurrentNodes, nodeProgram } from '../support/kurrent-nodes.ts';
import { leaveOut } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const url = process.env['KURRENTDB_URL'];
/** A command that kills a node of that KurrentDB (kill -9) and starts it again: `docker kill log-1 && docker start log-1`. */
const breaking = process.env['KURRENTDB_BREAK'];
const isReal = url !== undefined && breaking !== undefined;
if (!isReal && nodeProgram() === undefined)
  leaveOut(
    'a KurrentDB killed with -9 (test/chaos/kurrent-killed): neither KURRENTDB_NODE nor KURRENTDB_URL with KURRENTDB_BREAK is set',
  );

const ROUNDS = Number(process.env['KURRENTDB_BREAKS'] ?? 9);
const LONG = 1_200_000; // ends only what hangs

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
});
afterAll(() => database.drop());

describe('a KurrentDB killed with -9 while several write and one reads: what is acknowledged is stored once, read once, and verifies', () => {
  (isReal ? it : it.skip)(
    'one of somebody else’s',
    () =>
      nothingIsLost({ url: url!, database }, ROUNDS, () =>
        promisify(execFile)('bash', ['-c', breaking!]).then(() => undefined),
      ),
    LONG,
  );
  (nodeProgram() === undefined ? it.skip : it).each([
    ['one node', 1],
    ['of three nodes the one that leads', 3],
  ])(
    '%s',
    async (_which, count) => {
      const nodes = await kurrentNodes(count);
      try {
        await nothingIsLost({ url: nodes.url, database }, ROUNDS, async () => {
          await nodes.kill(await nodes.leader());
          await nodes.whole(); // of three two must live: the next one falls when all are back
        });
      } finally {
        await nodes.stop();
      }
    },
    LONG,
  );
});
