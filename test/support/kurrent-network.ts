import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort } from './redis.ts';

/** Where a node of a KurrentDB listens, and the words that begin its program there. */
interface NodePlace {
  readonly host: string;
  readonly port: number;
  readonly replicationPort: number;
  readonly startedBy: readonly string[];
}

export interface NodeNetwork {
  readonly places: readonly NodePlace[];
  readonly stop: () => Promise<void>;
}

/** Several nodes at one address, each at ports of its own. */
export const oneAddress = async (count: number): Promise<NodeNetwork> => {
  const places: NodePlace[] = [];
  for (let n = 0; n < count; n += 1)
    places.push({ host: '127.0.0.1', port: await freePort(), replicationPort: await freePort(), startedBy: [] });
  return { places, stop: async () => undefined };
};

export interface PartableNetwork extends NodeNetwork {
  /** From now on a node hears nothing of the other nodes, and they nothing of it; with `fromAll` neither does whoever writes and reads. Nobody is told: packets are lost. */
  readonly cutOff: (node: number, from: 'the-others' | 'all') => Promise<void>;
  readonly join: () => Promise<void>;
}

const ip = (...words: readonly string[]): Promise<unknown> => promisify(execFile)('ip', [...words]);

/** Whether this machine lets us lay networks of our own: Linux, as root, with `ip`. */
export const mayPartNetworks = async (): Promise<boolean> => {
  const name = `lp${process.pid}`;
  try {
    await ip('netns', 'add', name);
    await ip('netns', 'del', name);
    await ip('link', 'add', name, 'type', 'bridge');
    await ip('link', 'del', name);
    return true;
  } catch {
    return false;
  }
};

const HTTP = 2113;
const REPLICATION = 1112;

/** Nodes with an address each, in a network namespace each, joined by a bridge on which this process stands too. */
export const ownAddresses = async (count: number): Promise<PartableNetwork> => {
  const bridge = `lk${process.pid}`;
  const subnet = `10.${100 + (process.pid % 100)}.${Math.floor(process.pid / 100) % 250}`;
  const [here, hosts] = [`${subnet}.1`, Array.from({ length: count }, (_, n) => `${subnet}.${11 + n}`)];
  const room = (node: number): string => `${bridge}-${node}`;
  await ip('link', 'add', bridge, 'type', 'bridge');
  await ip('addr', 'add', `${here}/24`, 'dev', bridge);
  await ip('link', 'set', bridge, 'up');
  for (const [node, host] of hosts.entries()) {
    await ip('netns', 'add', room(node));
    await ip('link', 'add', room(node), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', room(node));
    await ip('link', 'set', room(node), 'master', bridge, 'up');
    await ip('-n', room(node), 'addr', 'add', `${host}/24`, 'dev', 'eth0');
    await ip('-n', room(node), 'link', 'set', 'eth0', 'up');
    await ip('-n', room(node), 'link', 'set', 'lo', 'up');
  }
  const lost: [room: string, to: string][] = [];
  const lose = async (node: number, to: string): Promise<void> => {
    await ip('-n', room(node), 'route', 'add', 'blackhole', `${to}/32`);
    lost.push([room(node), to]);
  };
  return {
    places: hosts.map((host, node) => ({
      host,
      port: HTTP,
      replicationPort: REPLICATION,
      startedBy: ['ip', 'netns', 'exec', room(node)],
    })),
    cutOff: async (node, from) => {
      for (const [other, host] of hosts.entries())
        if (other !== node) {
          await lose(node, host);
          await lose(other, hosts[node]!);
        }
      if (from === 'all') await lose(node, here);
    },
    join: async () => {
      for (let one = lost.pop(); one !== undefined; one = lost.pop())
        await ip('-n', one[0], 'route', 'del', 'blackhole', `${one[1]}/32`);
    },
    stop: async () => {
      for (const node of hosts.keys()) await ip('netns', 'del', room(node));
      await ip('link', 'del', bridge);
    },
  };
};
