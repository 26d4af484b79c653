import { NO_STREAM as MUST_NOT_EXIST, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import type { Pool } from 'pg';
import type { RecordedEvent } from '#domain';
import { connectionTo } from '../kurrent/connection.ts';
import { movesTo, sayBrought } from '../kurrent/moves.ts';
import { nameIn, readLast, readStream, type Part } from '../kurrent/reading.ts';
import { recordOf } from '../kurrent/record.ts';
import { LogsDiffer, type KeptLog } from './kept-log.ts';
import { runsOf } from './runs.ts';

interface Place {
  readonly url: string;
  readonly prefix: string;
  readonly pool: Pool;
}

/** Brings a log into a KurrentDB. Each record says which position it had. */
export const keepInKurrent = ({ url, prefix, pool }: Place): KeptLog => {
  const connection = connectionTo(url);
  const part = (): Part => ({ connection, prefix, raw: true, pool, places: movesTo(connection, prefix) });
  const stands = async (run: readonly RecordedEvent[]): Promise<void> => {
    const there = await readStream(part(), run[0]!.stream, run[0]!.version - 1);
    const differing = run.find(({ hash }, index) => there[index]?.hash !== hash);
    if (differing !== undefined) throw new LogsDiffer(differing);
  };
  const give = async (run: readonly RecordedEvent[]): Promise<void> => {
    const { stream, version } = run[0]!;
    try {
      await connection.askPatiently((client) =>
        client.appendToStream(
          nameIn(part(), stream),
          run.map((record) => recordOf(record, record.position)),
          { streamState: version === 1 ? MUST_NOT_EXIST : BigInt(version - 2), requiresLeader: true },
        ),
      );
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      await stands(run); // given before, its answer was lost
    }
  };
  return {
    last: async () => (await readLast(part()))?.fact ?? null,
    keep: async (records) => {
      for (const run of runsOf(records)) await give(run);
    },
    settle: async () => {
      const last = await readLast(part());
      if (last !== null && last.fact.position !== last.place)
        await sayBrought(connection, prefix, { last: last.fact.position, place: last.place });
    },
    close: () => connection.close(),
  };
};
