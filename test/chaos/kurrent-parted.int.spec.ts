import { migrate } from '#database';
import { eventStoreMigrations } from '#event-store';
import { nothingIsLost } from '../support/kurrent-at-work.ts';
import { mayPartNetworks, ownAddresses, type PartableNetwork } from '../support/kurrent-network.ts';
import { kurrentNodes, nodeProgram, type KurrentNodes } from '../support/kurrent-nodes.ts';
import { leaveOut } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const ROUNDS = Number(process.env['KURRENTDB_BREAKS'] ?? 3);
const LONG = 1_200_000; // ends only what hangs

if (nodeProgram() === undefined)
  leaveOut('three nodes of a KurrentDB cut off from each other (test/chaos/kurrent-parted): KURRENTDB_NODE is not set');

(nodeProgram() === undefined ? describe.skip : describe)(
  'three nodes of a KurrentDB, of which the leader is cut off again and again while several write and one reads',
  () => {
    let database: TestDatabase;
    let network: PartableNetwork;
    let nodes: KurrentNodes;
    beforeAll(async () => {
      if (!(await mayPartNetworks()))
        throw new Error('KURRENTDB_NODE is set, and networks cannot be laid here: needs Linux, root and `ip`');
      database = await freshDatabase();
      await migrate(database.pool, eventStoreMigrations);
      network = await ownAddresses(3);
      nodes = await kurrentNodes(3, network);
    }, LONG);
    afterAll(async () => {
      await nodes.stop();
      await database.drop();
    });

    afterEach(() => network.join());

    it.each(['the-others', 'all'] as const)(
      'from %s: what is acknowledged is stored once, read once and in order, and verifies',
      (whom) =>
        nothingIsLost({ url: nodes.url, database }, ROUNDS, async (work) => {
          await network.cutOff(await nodes.leader(), whom);
          await work(); // the two others have chosen, and take what is written
          await network.join();
          await nodes.whole();
        }),
      LONG,
    );
  },
);
