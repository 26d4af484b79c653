import pg from 'pg';

const AGAIN_MS = 500;

export interface Hearing {
  /** Calls `hear` whenever any process says something on the channel, and after every new connection: what was said in between was not heard. Answers how to stop. */
  readonly onHeard: (hear: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Hears what processes tell each other through the database. A lost connection is made again; nothing may depend on hearing everything. */
export const hearing = (url: string, channel: string): Hearing => {
  const hearers = new Set<() => void>();
  let client: pg.Client | null = null;
  let closed = false;
  const listen = async (): Promise<void> => {
    const mine = new pg.Client({ connectionString: url, application_name: 'luodi-listen', keepAlive: true });
    client = mine;
    const again = (): void => {
      if (!closed && client === mine) {
        client = null;
        setTimeout(() => {
          if (!closed && hearers.size > 0 && client === null) void listen();
        }, AGAIN_MS).unref();
      }
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', () => {
      for (const hear of hearers) hear();
    });
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      for (const hear of hearers) hear();
    } catch {
      again();
    }
  };
  return {
    onHeard: (hear) => {
      hearers.add(hear);
      if (client === null) void listen();
      return () => {
        hearers.delete(hear);
      };
    },
    close: async () => {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
};
