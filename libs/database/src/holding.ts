import { AsyncLocalStorage } from 'node:async_hooks';

interface Hold {
  ended: boolean;
}

const holds = new AsyncLocalStorage<Hold>();
let strict = false;

/** Somebody who holds a connection asked for another one: where ten do so at once, all wait for each other. */
export class SecondConnection extends Error {
  override readonly name = 'SecondConnection';
  constructor() {
    super('a connection was asked for by work that holds one: read with the one held, or before it is taken');
  }
}

/** From now on this process refuses what could stand still under load (README, "One connection at a time"). Switched on for every test. */
export const refuseSecondConnections = (): void => {
  strict = true;
};

/** To be called by whatever takes a connection, or waits for somebody who does. Throws SecondConnection where that is refused. */
export const askForConnection = (): void => {
  if (strict && holds.getStore()?.ended === false) throw new SecondConnection();
};

/** Runs work that holds a connection. Where nobody refuses a second one, it is not followed either: following costs at every promise of the process. */
export const holding = async <T>(work: () => Promise<T>): Promise<T> => {
  if (!strict) return work();
  const hold: Hold = { ended: false };
  try {
    return await holds.run(hold, work);
  } finally {
    hold.ended = true;
  }
};
