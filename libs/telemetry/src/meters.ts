import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is read at the moment of a scrape. Labels name kinds only: never a project, a person or a unit, since metrics leave the guard of the office. */
export interface Reading {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The readings that a process offers: their names with what they say, and how they are taken. */
export interface Readings {
  readonly help: Readonly<Record<string, string>>;
  readonly take: () => Promise<readonly Reading[]>;
}

export interface Meters {
  /** An answered request. `route`: the pattern, not the address; `seconds`: from its head to the end of the answer. */
  readonly answered: (method: string, route: string, status: number, seconds: number) => void;
  /** A message that a channel was given. `outcome`: accepted, refused, or failed where the channel could not be asked. */
  readonly delivered: (channel: string, outcome: string) => void;
  /** All of it in the text format of Prometheus. Where the readings cannot be taken `luodi_readable` is 0 and the rest is there. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const PATIENCE_MS = 5_000;

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new Error('the readings took too long'));
    }, PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
};

/** The meters of this process, in a registry of their own. */
export const metersOf = ({ help, take }: Readings): Meters => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'luodi_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const messages = new Counter({
    name: 'luodi_messages_total',
    help: 'Messages that were given to a channel, by what became of them',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const readable = new Gauge({
    name: 'luodi_readable',
    help: '1 where database and log answered this scrape, else 0',
    registers,
  });
  const gauges = new Map(
    Object.entries(help).map(([name, text]) => [
      name,
      new Gauge({ name, help: text, labelNames: ['model', 'state'], registers }),
    ]),
  );
  const read = async (): Promise<void> => {
    for (const gauge of gauges.values()) gauge.reset();
    try {
      for (const { name, labels = {}, value } of await inTime(take())) gauges.get(name)?.set(labels, value);
      readable.set(1);
    } catch {
      readable.set(0);
    }
  };
  return {
    answered: (method, route, status, seconds) => {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    delivered: (channel, outcome) => {
      messages.inc({ channel, outcome });
    },
    text: async () => {
      await read();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};
