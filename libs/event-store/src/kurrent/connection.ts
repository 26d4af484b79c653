import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { answered, isDenied, isLost, LogAway, LogDenied, PATIENCE, pause, pauseBefore } from './lost.ts';

const LOSSES = 3; // in a row: after some more the client itself gives up for ever
const RENEWED_AFTER = 500; // milliseconds at least: a hundred who wait for one server need one new client

export interface Connection {
  readonly client: () => KurrentDBClient;
  /** One question or one append, answered or lost within a time. Losses in a row bring a new client. */
  readonly ask: <Answer>(ask: (client: KurrentDBClient) => Promise<Answer>) => Promise<Answer>;
  /** The same until there is an answer, as long as only the server is missing. For questions: they change nothing. */
  readonly askPatiently: <Answer>(ask: (client: KurrentDBClient) => Promise<Answer>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** The way to a KurrentDB, as its address says: one node or a cluster, TLS, certificates and credentials. */
export const connectionTo = (url: string): Connection => {
  const clients = [KurrentDBClient.connectionString(url)];
  let losses = 0;
  let renewedAt = 0;
  const client = (): KurrentDBClient => clients.at(-1)!;
  const wasLost = (lost: KurrentDBClient): void => {
    losses += lost === client() ? 1 : 0;
    if (losses < LOSSES || performance.now() - renewedAt < RENEWED_AFTER) return;
    clients.push(KurrentDBClient.connectionString(url));
    renewedAt = performance.now();
    losses = 0;
  };
  const once: Connection['ask'] = async (ask) => {
    const mine = client();
    try {
      const answer = await answered(ask(mine));
      losses = 0;
      return answer;
    } catch (error) {
      if (isLost(error)) wasLost(mine);
      throw isDenied(error) ? new LogDenied('KurrentDB refuses user or password', { cause: error }) : error;
    }
  };
  return {
    client,
    ask: once,
    askPatiently: async (ask) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(ask);
        } catch (error) {
          if (!isLost(error)) throw error;
          if (attempt === PATIENCE)
            throw new LogAway(`KurrentDB cannot be reached: ${(error as Error).message}`, { cause: error });
          await pause(pauseBefore(attempt));
        }
      }
    },
    close: async () => {
      await Promise.all(clients.map((one) => one.dispose()));
    },
  };
};
