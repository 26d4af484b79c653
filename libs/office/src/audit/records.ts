import { BORDERS, LAYOUTS, ORGANISATION, VIEWS, type Actor, type IsoDate } from '#domain';
import { readSeals, sealingOf, type Seal, type Sealing } from '#audit';
import { IDENTITY_STREAM } from '#identity';
import { CHANNEL_STREAM } from '../channels/setting-news.ts';
import type { Question } from '../ask.ts';
import type { Look } from './looks.ts';

interface RecordedChange {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
  readonly type: string;
  readonly occurredOn: IsoDate;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly data: unknown;
  readonly hash: string;
}

const STREAMS = {
  accounts: IDENTITY_STREAM,
  organisation: ORGANISATION,
  policy: 'policy-',
  channels: CHANNEL_STREAM,
  views: VIEWS,
  borders: BORDERS,
  layouts: LAYOUTS,
} as const;

interface Asked {
  readonly of: keyof typeof STREAMS;
  readonly after: number;
  readonly limit: number;
}

/** Changes of accounts, organisation and policy, as they were recorded. */
export const showChanges: Question<
  Asked,
  { readonly events: readonly RecordedChange[]; readonly next: number | null }
> = {
  answer: async ({ office }, { of, after, limit }) => {
    const events = await office.store.readAll(await office.store.placeBefore(BigInt(after)), limit, {
      streamPrefix: STREAMS[of],
    });
    return {
      events: events.map(({ stream, version, position, recordedAt, event, meta, hash }) => ({
        stream,
        version,
        position: Number(position),
        type: event.type,
        occurredOn: event.occurredOn,
        recordedAt,
        actor: meta.actor,
        data: event.data,
        hash,
      })),
      next: events.length === limit ? Number(events.at(-1)!.position) : null,
    };
  },
};

const SEALS_SHOWN = 100;

/** How much of the log is sealed, and the latest seals: their hashes can be kept elsewhere, on paper even. */
export const showSeals: Question<object, Sealing & { readonly latest: readonly Seal[] }> = {
  answer: async ({ office: { pool, store } }) => {
    const seals = await readSeals(pool);
    return { ...(await sealingOf(store, seals)), latest: seals.slice(-SEALS_SHOWN).reverse() };
  },
};

/** Who looked at the past, the latest first. Who does not see everything reads what people of the units within the own scope looked at, and the own looks. */
export const looksBefore: Question<{ readonly before?: number | undefined; readonly limit: number }, readonly Look[]> =
  {
    answer: ({ office, caller, scope }, { before, limit }) =>
      office.looks.page(
        before ?? null,
        limit,
        scope.all
          ? undefined
          : ({ user, unit }) => user === caller.user || (unit !== null && scope.units.includes(unit)),
      ),
  };
