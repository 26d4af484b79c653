import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneAddress, type NodeNetwork } from './kurrent-network.ts';
import { until } from './soon.ts';

/** A program that runs one node of a KurrentDB and takes its settings as words: `/usr/bin/kurrentd`. */
export const nodeProgram = (): string | undefined => process.env['KURRENTDB_NODE'] || undefined;

interface Member {
  readonly state: string;
  readonly isAlive: boolean;
  readonly httpEndPointIp: string;
  readonly httpEndPointPort: number;
}

export interface KurrentNodes {
  readonly url: string;
  /** The number of the node that leads, in the eyes of most of those that answer. */
  readonly leader: () => Promise<number>;
  /** Ends a node with -9. It is started again, as by the system's service manager. */
  readonly kill: (node: number) => Promise<void>;
  /** Until every node follows one leader. */
  readonly whole: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The server takes every variable that begins so for a setting of its own, and starts with none that it does not know: ours are kept from it. */
const surroundings = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KURRENTDB_'))),
  KURRENTDB_TELEMETRY_OPTOUT: 'true',
});

const RESTARTED_AFTER = 1_000; // milliseconds
const ASKED_FOR = 2_000;

/** A KurrentDB of the test's own: one node, or several that choose a leader among them. One that ends, of itself or killed, is started again. */
export const kurrentNodes = async (count: number, given?: NodeNetwork): Promise<KurrentNodes> => {
  const network = given ?? (await oneAddress(count));
  const { places } = network;
  const folder = await mkdtemp(join(tmpdir(), 'luodi-kurrent-'));
  const children = new Map<number, ChildProcess>();
  const restarts = new Set<NodeJS.Timeout>();
  let isOver = false;

  const start = (node: number): void => {
    const { host, port, replicationPort, startedBy } = places[node]!;
    const seeds = places.filter((_, other) => other !== node).map((other) => `${other.host}:${other.port}`);
    const settings = {
      'node-ip': host,
      'node-port': port,
      'replication-ip': host,
      'replication-port': replicationPort,
      'cluster-size': count,
      ...(count > 1 ? { 'discover-via-dns': false, 'gossip-seed': seeds.join(',') } : {}),
      insecure: true,
      db: join(folder, `db-${node}`),
      log: join(folder, `log-${node}`),
    };
    const [program, ...words] = [
      ...startedBy,
      nodeProgram()!,
      ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ];
    const child = spawn(program!, words, {
      stdio: 'ignore',
      detached: true, // a group of its own: a script that starts the server ends with it
      env: surroundings(),
    });
    children.set(node, child);
    child.once('exit', () => {
      children.delete(node);
      if (isOver) return;
      const timer = setTimeout(() => {
        restarts.delete(timer);
        start(node);
      }, RESTARTED_AFTER);
      restarts.add(timer);
    });
  };
  const end = async (node: number): Promise<void> => {
    const child = children.get(node);
    if (child?.pid === undefined) return;
    const gone = new Promise((done) => child.once('exit', done));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  };

  const membersSeenBy = async (node: number): Promise<readonly Member[]> => {
    const { host, port } = places[node]!;
    try {
      const answer = await fetch(`http://${host}:${port}/gossip`, { signal: AbortSignal.timeout(ASKED_FOR) });
      return ((await answer.json()) as { members: readonly Member[] }).members.filter(({ isAlive }) => isAlive);
    } catch {
      return [];
    }
  };
  const numberOf = (member: Member): number =>
    places.findIndex(({ host, port }) => host === member.httpEndPointIp && port === member.httpEndPointPort);
  /** Whom each node takes for the leader, where it takes one; and whether it sees all others at their work. */
  const views = async () =>
    (await Promise.all([...places.keys()].map(membersSeenBy))).map((members) => ({
      leaders: members.filter(({ state }) => state === 'Leader').map(numberOf),
      atWork: members.filter(({ state }) => state === 'Leader' || state === 'Follower').length,
    }));
  const leader = async (): Promise<number> => {
    let found = -1;
    await until('most of the nodes follow one leader', async () => {
      const seen = await views();
      found =
        [...places.keys()].find(
          (node) => seen.filter(({ leaders }) => leaders.length === 1 && leaders[0] === node).length * 2 > count,
        ) ?? -1;
      return found >= 0;
    });
    return found;
  };
  const whole = async (): Promise<void> => {
    await until('every node is at its work', async () =>
      (await views()).every(({ leaders, atWork }) => leaders.length === 1 && atWork === count),
    );
  };

  const stop = async (): Promise<void> => {
    isOver = true;
    for (const timer of restarts) clearTimeout(timer);
    await Promise.all([...places.keys()].map(end));
    await network.stop();
    await rm(folder, { recursive: true, force: true });
  };
  for (const node of places.keys()) start(node);
  try {
    await whole();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `kurrentdb://${places.map(({ host, port }) => `${host}:${port}`).join(',')}?tls=false`,
    leader,
    kill: end,
    whole,
    stop,
  };
};
