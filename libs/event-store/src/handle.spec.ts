import { randomUUID } from 'node:crypto';
import { NewerFact, Rejected, type IsoDate, type NewEvent, type RecordedEvent } from '#domain';
import { WrongExpectedVersion, type Append, type EventStore } from './event-store.ts';
import { commandHandler, StaleVersion, type Aggregate } from './handle.ts';
import { keptLately } from './kept-lately.ts';
import { memoryStore } from './memory.ts';

/** A purse: money goes in and out, never below nothing. */
interface Pay {
  readonly purse: string;
  readonly amount: number;
  readonly id: string;
}
const pay = (purse: string, amount: number, id: string = randomUUID()): Pay => ({ purse, amount, id });

const amountOf = ({ event }: RecordedEvent | NewEvent): number => (event.data as { amount: number }).amount;
const purse: Aggregate<Pay, number> = {
  streamOf: (command) => `purse-${command.purse}`,
  commandId: ({ id }) => id,
  fold: (history) => history.reduce((sum, event) => sum + amountOf(event), 0),
  apply: (sum, news) => news.reduce((total, event) => total + amountOf(event), sum),
  decide: ({ amount, id }, { state }) => {
    if (amount === 0) return [];
    if (state + amount < 0) throw new Rejected('purse-empty', { zh: '钱不够', en: 'Not enough money.' }, 'amount');
    return [
      {
        id: randomUUID(),
        event: { type: 'Paid', occurredOn: '2026-01-05' as IsoDate, data: { amount } },
        schemaVersion: 1,
        meta: { actor: { user: 'a', unit: null }, commandId: id },
      },
    ];
  },
};

const counting = (store: EventStore) => {
  const reads: string[] = [];
  return {
    reads,
    store: {
      ...store,
      readStream: (stream: string, after?: number) => {
        reads.push(stream);
        return store.readStream(stream, after);
      },
    },
  };
};

/** Another process's append: it knows nothing of our memory. */
const elsewhere = (store: EventStore, name: string, amount: number): Promise<unknown> => {
  const append: Append = {
    stream: `purse-${name}`,
    expected: 'any',
    events: purse.decide(pay(name, amount), { version: 0, position: null, history: [], state: 1_000 }),
  };
  return store.append(append.stream, append.expected, append.events);
};

describe('handling a command', () => {
  it('decides on what is stored and answers with what it stored', async () => {
    const handle = commandHandler(memoryStore(), purse);
    expect(await handle(pay('a', 5))).toMatchObject({ stream: 'purse-a', version: 1, position: 1n, repeated: false });
    expect((await handle(pay('a', -3))).events.map(amountOf)).toEqual([-3]);
    await expect(handle(pay('a', -3))).rejects.toMatchObject({ code: 'purse-empty', field: 'amount' });
  });
  it('answers a command given twice as the first time, also long after and after its state is no longer true', async () => {
    const handle = commandHandler(memoryStore(), purse);
    const out = pay('a', -5);
    await handle(pay('a', 5));
    const first = await handle(out);
    await handle(pay('a', 1));
    expect(await handle(out)).toEqual({ ...first, repeated: true });
  });
  it('gives one effect to a command given many times at once', async () => {
    const store = memoryStore();
    const handle = commandHandler(store, purse);
    const one = pay('a', 5);
    const answers = await Promise.all(Array.from({ length: 10 }, () => handle(one)));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await store.readStream('purse-a')).toHaveLength(1);
  });
  it('takes commands on one stream in turn, so that none fails for the others', async () => {
    const handle = commandHandler(memoryStore(), purse);
    const answers = await Promise.all(Array.from({ length: 64 }, () => handle(pay('a', 1))));
    expect(answers.map(({ version }) => version)).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
  });
  it('never lets two commands at once overdraw what only one may take', async () => {
    const store = memoryStore();
    const [here, there] = [commandHandler(store, purse), commandHandler(store, purse)]; // as two processes
    await here(pay('a', 5));
    const answers = await Promise.allSettled([here(pay('a', -5)), there(pay('a', -5))]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('reads a hot stream only once', async () => {
    const { store, reads } = counting(memoryStore());
    const handle = commandHandler(store, purse);
    for (let n = 0; n < 5; n += 1) await handle(pay('a', 1));
    expect(reads).toEqual(['purse-a']);
  });
  it('reads it again where another process wrote, and decides on that', async () => {
    const store = memoryStore();
    const handle = commandHandler(store, purse);
    await handle(pay('a', 5));
    await elsewhere(store, 'a', 5);
    expect(await handle(pay('a', 1))).toMatchObject({ version: 3 }); // append conflicted, decided again
    await elsewhere(store, 'a', 5);
    expect(await handle(pay('a', -16))).toMatchObject({ version: 5 }); // refused on 11 in memory, allowed on the 16 stored
  });
  it('reads every time where nothing is kept', async () => {
    const { store, reads } = counting(memoryStore());
    const handle = commandHandler(store, purse, 0);
    for (let n = 0; n < 3; n += 1) await handle(pay('a', 1));
    expect(reads).toHaveLength(3);
  });
  it('refuses a command on a version that is no longer the last', async () => {
    const store = memoryStore();
    const handle = commandHandler(store, purse);
    await handle(pay('a', 5), 0);
    await expect(handle(pay('a', 5), 0)).rejects.toMatchObject(new StaleVersion('purse-a', 0, 1));
    await elsewhere(store, 'a', 1);
    expect(await handle(pay('a', 5), 2)).toMatchObject({ version: 3 }); // the asker has seen more than this process has in memory
  });
  it('stores nothing where there is nothing to say', async () => {
    const handle = commandHandler(memoryStore(), purse);
    expect(await handle(pay('a', 0))).toEqual({
      stream: 'purse-a',
      version: 0,
      position: null,
      events: [],
      repeated: false,
    });
  });
});

describe('streams kept in memory', () => {
  it('are bounded by their weight; the longest unused go first', () => {
    const hot = keptLately<string>(10);
    for (const name of ['a', 'b', 'c']) hot.keep(name, name, 4);
    expect([hot.bytes(), hot.take('a')]).toEqual([8, undefined]);
    hot.keep('b', 'b, longer', 5); // used again: c is now the oldest
    hot.keep('d', 'd', 4);
    expect([hot.take('c'), hot.take('b')?.value, hot.take('d')?.value]).toEqual([undefined, 'b, longer', 'd']);
    expect(hot.bytes()).toBe(0);
  });
  it('do not hold one that alone is too heavy', () => {
    const hot = keptLately<string>(10);
    hot.keep('a', 'a', 11);
    expect([hot.bytes(), hot.take('a')]).toEqual([0, undefined]);
  });
});

describe('what a handler keeps of a stream', () => {
  const spent = async (aggregate: Aggregate<Pay, number>, amounts: readonly number[], keptBytes?: number) => {
    const { store, reads } = counting(memoryStore());
    const handle = commandHandler(store, aggregate, keptBytes);
    const answers = [];
    for (const amount of amounts) answers.push(await handle(pay('a', amount)));
    return { answers, reads: reads.length };
  };

  it('grows with its facts: one that has become too heavy is read anew each time', async () => {
    expect((await spent(purse, [1, 1, 1, 1, 1], 4_000)).reads).toBe(3); // two facts fit, three do not
  });
  it('is folded whole where the aggregate has no quicker way, or knows none for these facts', async () => {
    const { apply: _, ...slow } = purse;
    expect((await spent(slow, [5, -3, -2])).reads).toBe(1);
    expect((await spent({ ...purse, apply: () => null }, [5, -3, -2])).reads).toBe(1);
  });
  it('stays where a command says nothing new, and tells where the stream stands', async () => {
    const { answers, reads } = await spent(purse, [1, 1, 1, 0, 0]);
    expect(reads).toBe(1);
    expect(answers.at(-1)).toMatchObject({ version: 3, position: 3n, events: [] });
  });
  it('is not asked again for an error that is no refusal', async () => {
    const { store, reads } = counting(memoryStore());
    const broken = (): never => {
      throw new Error('broken');
    };
    const handle = commandHandler(store, {
      ...purse,
      decide: (command, loaded) => (command.amount === 13 ? broken() : purse.decide(command, loaded)),
    });
    await handle(pay('a', 5));
    await expect(handle(pay('a', 13))).rejects.toThrow('broken');
    expect(reads).toHaveLength(1);
  });
});

describe('a handler whose states tell enough of their history', () => {
  interface Sum {
    readonly sum: number;
    readonly ids: ReadonlySet<string>;
  }
  const ids = (events: readonly RecordedEvent[]): string[] => events.map(({ meta }) => meta.commandId);
  const summed: Aggregate<Pay, Sum> = {
    streamOf: purse.streamOf,
    commandId: purse.commandId,
    fold: (history) => ({ sum: purse.fold(history), ids: new Set(ids(history)) }),
    apply: ({ sum, ids: known }, news) => ({ sum: purse.apply!(sum, news)!, ids: new Set([...known, ...ids(news)]) }),
    decide: (command, loaded) => {
      if (command.amount === 7 && loaded.history.some((one) => amountOf(one) === 7)) return []; // seven is paid once
      return purse.decide(command, { ...emptied, state: loaded.state.sum });
    },
    digest: { mayHold: (state, id) => state.ids.has(id), weigh: () => 100 },
  };
  const emptied = { version: 0, position: null, history: [] };
  const opened = () => {
    const { store, reads } = counting(memoryStore());
    return { handle: commandHandler(store, summed), store, reads };
  };

  it('keeps the states alone, and reads the history for a command that looks at it', async () => {
    const { handle, reads } = opened();
    for (const amount of [5, 5, 5]) await handle(pay('a', amount));
    expect(reads).toHaveLength(1);
    expect(await handle(pay('a', 7))).toMatchObject({ version: 4 });
    expect(reads).toHaveLength(2);
    expect(await handle(pay('a', 7))).toMatchObject({ version: 4, position: 4n, events: [] });
    expect(reads).toHaveLength(3);
    expect(await handle(pay('a', -22))).toMatchObject({ version: 5 });
    expect(reads).toHaveLength(3);
  });
  it('answers a command given twice as the first time', async () => {
    const { handle, store } = opened();
    const one = pay('a', 5);
    const first = await handle(one);
    await handle(pay('a', 1));
    expect(await handle(one)).toEqual({ ...first, repeated: true });
    expect(await store.readStream('purse-a')).toHaveLength(2);
  });
  it('decides on what another process wrote', async () => {
    const { handle, store } = opened();
    await handle(pay('a', 5));
    await elsewhere(store, 'a', 7);
    expect(await handle(pay('a', 7))).toMatchObject({ version: 2, events: [] });
    await elsewhere(store, 'a', 5);
    expect(await handle(pay('a', -17))).toMatchObject({ version: 4 });
  });
});

it('nothing is decided on a stream that holds a fact in a shape of a later release', async () => {
  const store = memoryStore();
  const [fact] = purse.decide(pay('a', 5), { version: 0, position: null, history: [], state: 0 });
  await store.append('purse-a', 0, [{ ...fact!, event: { ...fact!.event, type: 'Paid@9' } as never }]);
  await expect(commandHandler(store, purse)(pay('a', 5))).rejects.toThrow(NewerFact);
  expect(await store.readStream('purse-a')).toHaveLength(1);
});

it('a stream that others write all the time is tried nine times, then the conflict is told', async () => {
  const store = memoryStore();
  let tried = 0;
  const contended: EventStore = {
    ...store,
    append: async (stream) => {
      tried += 1;
      throw new WrongExpectedVersion(stream, 0, tried);
    },
  };
  await expect(commandHandler(contended, purse)(pay('a', 5))).rejects.toThrow(WrongExpectedVersion);
  expect(tried).toBe(9);
});
