import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

interface Relay {
  readonly port: number;
  /** What stands is held open and answers nothing more, as where a firewall forgot it. New connections pass. */
  readonly mute: () => void;
  /** Nothing passes any more, and nobody is told: what stands and what comes is held open and answers nothing, as across a network that is parted. */
  readonly part: () => void;
  /** New connections pass again; those that stand stay lost. */
  readonly join: () => void;
  readonly stop: () => void;
}

/** Stands before a server on this machine, as the network between. */
export const relayTo = async (port: number): Promise<Relay> => {
  const open = new Set<Socket>();
  let isParted = false;
  const hold = (one: Socket): void => {
    open.add(one);
    one.on('error', () => one.destroy());
    one.on('close', () => open.delete(one));
  };
  const server = createServer((near) => {
    hold(near);
    if (isParted) {
      near.resume(); // what is sent is taken
      return;
    }
    const far = connect(port, '127.0.0.1');
    hold(far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.pipe(other);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const mute = (): void => {
    for (const one of open) {
      one.unpipe();
      one.resume();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    mute,
    part: () => {
      isParted = true;
      mute();
    },
    join: () => {
      isParted = false;
    },
    stop: () => {
      for (const one of open) one.destroy();
      server.close();
    },
  };
};
