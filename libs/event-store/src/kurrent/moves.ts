import { ErrorType, isCommandError, jsonEvent, type JSONEventType } from '@kurrent/kurrentdb-client';
import type { Connection } from './connection.ts';
import { placesOf, type Brought, type Places } from './places.ts';

/** STORED FOR EVER on the server, in a stream of its own beside those of the log: `kept-<prefix>positions`. */
type PositionsKept = JSONEventType<'PositionsKept', { readonly last: string; readonly place: string }>;

const streamOf = (prefix: string): string => `kept-${prefix}positions`;

const readMoves = (connection: Connection, prefix: string): Promise<readonly Brought[]> =>
  connection.askPatiently(async (client) => {
    const moves: Brought[] = [];
    try {
      for await (const { event } of client.readStream<PositionsKept>(streamOf(prefix), { requiresLeader: true }))
        if (event !== undefined) moves.push({ last: BigInt(event.data.last), place: BigInt(event.data.place) });
    } catch (error) {
      if (!(error instanceof Error && isCommandError(error) && error.type === ErrorType.STREAM_NOT_FOUND)) throw error;
    }
    return moves;
  });

/** Which moves brought this log here, read once: a log is moved while nobody works on it. */
export const movesTo = (connection: Connection, prefix: string): (() => Promise<Places>) => {
  let read: Promise<Places> | null = null;
  return () =>
    (read ??= readMoves(connection, prefix)
      .then(placesOf)
      .catch((error: unknown) => {
        read = null;
        throw error;
      }));
};

/** Says that everything up to a record was brought from another log. Said again it is the same. */
export const sayBrought = async (connection: Connection, prefix: string, { last, place }: Brought): Promise<void> => {
  const moves = await readMoves(connection, prefix);
  if (moves.some((move) => move.last === last && move.place === place)) return;
  await connection.askPatiently((client) =>
    client.appendToStream<PositionsKept>(
      streamOf(prefix),
      jsonEvent<PositionsKept>({ type: 'PositionsKept', data: { last: String(last), place: String(place) } }),
      { requiresLeader: true },
    ),
  );
};
