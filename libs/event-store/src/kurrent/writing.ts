import {
  ErrorType,
  isCommandError,
  NO_STREAM as MUST_NOT_EXIST,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import type { NewEvent, RecordedEvent } from '#domain';
import { chained } from '../chain.ts';
import { AppendTooLarge, WrongExpectedVersion, type Append, type Appended, type Expected } from '../event-store.ts';
import { inTurn } from '../in-turn.ts';
import type { recordingClock } from './clock.ts';
import { headAfter, noRecords, SEARCHED, type Head, type Heads } from './heads.ts';
import { isLost, LogAway, PATIENCE, pause, pauseBefore } from './lost.ts';
import { nameIn, readLast, readNewest, readStream, type Part } from './reading.ts';
import { isTooLargeAlone, recordOf, type Written } from './record.ts';

interface Tools {
  readonly part: Part;
  readonly heads: Heads;
  readonly clock: ReturnType<typeof recordingClock>;
}

const TOO_LARGE: ReadonlySet<string> = new Set([
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.TRANSACTION_MAX_SIZE_EXCEEDED,
  ErrorType.APPEND_RECORD_SIZE_EXCEEDED,
]);
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && isCommandError(error) && TOO_LARGE.has(error.type);

type Outcome = readonly RecordedEvent[] | 'refused' | 'lost';

/** Gives records to the server at the version after which they were chained. One record's place comes with the answer, those of several are read. */
const give = async (part: Part, stream: string, head: Head, written: readonly Written[]): Promise<Outcome> => {
  if (written.some(isTooLargeAlone)) throw new AppendTooLarge(`${stream}: a record of more than 12 MB`);
  try {
    const { position } = await part.connection.ask((client) =>
      client.appendToStream(
        nameIn(part, stream),
        written.map((one) => recordOf(one)),
        {
          streamState: head.version === 0 ? MUST_NOT_EXIST : BigInt(head.version - 1),
          requiresLeader: true,
        },
      ),
    );
    const [only] = written;
    if (written.length === 1 && only !== undefined && position !== undefined)
      return [{ ...only, position: (await part.places()).positionAt(position.commit, undefined) }];
    return (await readStream(part, stream, head.version)).slice(0, written.length);
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return 'refused';
    if (isLost(error)) return 'lost';
    if (isTooLarge(error)) throw new AppendTooLarge(`${stream}: ${written.length} records`, { cause: error });
    throw error;
  }
};

const PARALLEL_STREAMS = 32; // the server syncs what comes together at once

/** Appends to streams of one log. Those of one stream go in turn within a process; other processes are kept out by the stream's version. */
export const writer = ({ part, heads, clock }: Tools) => {
  const turn = inTurn();
  let newest: Promise<unknown> | null = null;

  /** The clock must know the newest fact before it gives its first instant. */
  const knowsNewest = (): Promise<unknown> =>
    (newest ??= readLast(part).then(
      (last) => {
        if (last !== null) clock.saw(last.fact.recordedAt);
      },
      (error: unknown) => {
        newest = null;
        throw error;
      },
    ));

  const readHead = async (stream: string): Promise<Head> =>
    headAfter(noRecords(), await readNewest(part, stream, SEARCHED));

  const asBefore = async (stream: string, commands: ReadonlySet<string>): Promise<Appended> => {
    const newest = await readNewest(part, stream, SEARCHED);
    const events = newest.filter(({ meta }) => commands.has(meta.commandId));
    const { version, position } = events.at(-1)!;
    return { stream, version, position, events, repeated: true };
  };

  const once = async (
    stream: string,
    head: Head,
    events: readonly NewEvent[],
  ): Promise<Appended | 'refused' | 'lost'> => {
    const written = chained(stream, head, structuredClone(events), clock.after(head.recordedAt));
    const stored = written.length === 0 ? [] : await give(part, stream, head, written);
    if (stored === 'refused' || stored === 'lost') return stored;
    const grown = headAfter(head, stored);
    heads.keep(stream, grown);
    const position = stored.at(-1)?.position ?? 0n;
    return { stream, version: grown.version, position, events: stored, repeated: false };
  };

  const append = async (stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> => {
    await knowsNewest();
    const commands = new Set(events.map(({ meta }) => meta.commandId));
    let kept = expected === 0 ? noRecords() : heads.take(stream); // of a new stream there is nothing to ask
    for (let lost = 0; ;) {
      const head = kept ?? (await readHead(stream));
      if (events.some(({ meta }) => head.commands.has(meta.commandId))) return asBefore(stream, commands);
      if (expected === 'any' || expected === head.version) {
        const outcome = await once(stream, head, events);
        if (typeof outcome === 'object') return outcome;
        if (outcome === 'lost') {
          lost += 1;
          if (lost === PATIENCE) throw new LogAway(`nobody knows whether ${stream} was appended to`);
          await pause(pauseBefore(lost));
        }
      } else if (kept === null) throw new WrongExpectedVersion(stream, expected, head.version);
      kept = null; // somebody else has written, or nobody knows: what is stored decides
    }
  };

  const inItsTurn = ({ stream, expected, events }: Append): Promise<Appended> =>
    turn(stream, () => append(stream, expected, events));

  return {
    append: inItsTurn,
    /** Many streams side by side; those of one stream in the order given. */
    appendMany: async (appends: readonly Append[]): Promise<readonly (Appended | WrongExpectedVersion)[]> => {
      const answers: (Appended | WrongExpectedVersion)[] = [];
      let next = 0;
      const one = async (index: number): Promise<void> => {
        try {
          answers[index] = await inItsTurn(appends[index]!);
        } catch (error) {
          if (!(error instanceof WrongExpectedVersion)) throw error;
          answers[index] = error;
        }
      };
      const lane = async (): Promise<void> => {
        for (let index = next; index < appends.length; index = next) {
          next += 1;
          await one(index);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL_STREAMS }, lane));
      return answers;
    },
  };
};
