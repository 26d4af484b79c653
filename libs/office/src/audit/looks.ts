import { randomUUID } from 'node:crypto';
import { dayInShanghai, schemaVersionOf, type DomainEvent, type NewEvent, type RecordedEvent } from '#domain';
import { keptLately, type EventStore } from '#event-store';
import type { Caller } from '#identity';

/** Whatever a look can be at. */
export const LOOKED_AT = [
  'project',
  'history',
  'list',
  'checklist',
  'leader',
  'changes',
  'export',
  'report',
  'contacts',
  'paper',
  'person',
] as const;

/** What was looked at, and as of when (libs/audit/README.md, "Looks"). */
export interface LookedAt {
  readonly what: (typeof LOOKED_AT)[number];
  readonly subject: string;
  readonly asOf?: string | undefined;
  readonly asKnown?: string | undefined;
}

/** A look as the auditor reads it. `id` counts all looks. */
export interface Look {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly unit: string | null;
  readonly what: string;
  readonly subject: string;
  readonly asOf: string | null;
  readonly asKnown: string | null;
}

// STORED FOR EVER.
export type Looked = DomainEvent<'Looked', Pick<Look, 'at' | 'what' | 'subject' | 'asOf' | 'asKnown'>>;

export const lookAt = (
  what: LookedAt['what'],
  subject: string,
  { asOf, asKnown }: { readonly asOf?: string | undefined; readonly asKnown?: string | undefined } = {},
): LookedAt => ({ what, subject, asOf, asKnown });

export interface Looks {
  /** Writes the look into the log. Never throws: a look that cannot be written now is written with the next one. */
  readonly record: (caller: Caller, look: LookedAt) => Promise<void>;
  /** The latest first, from before a look on; of all, or of those that are wanted. */
  readonly page: (before: number | null, limit: number, isWanted?: (look: Look) => boolean) => Promise<readonly Look[]>;
}

const STREAM = 'looks';
const SAME_LOOK_MS = 600_000; // who reloads a page, or opens its parts, looks once
const LATELY_BYTES = 2_000_000;
const MOST_WAITING = 10_000;
const LOOKS_AT_ONCE = 500;

const shown = ({ version, event, meta }: RecordedEvent): Look => ({
  id: version,
  ...(event as Looked).data,
  user: meta.actor.user,
  unit: meta.actor.unit,
});

const factOf = ({ user, unit }: Caller, { what, subject, asOf, asKnown }: LookedAt, now: Date): NewEvent<Looked> => {
  const at = now.toISOString();
  return {
    id: randomUUID(),
    schemaVersion: schemaVersionOf('Looked'),
    event: {
      type: 'Looked',
      occurredOn: dayInShanghai(at),
      data: { at, what, subject, asOf: asOf ?? null, asKnown: asKnown ?? null },
    },
    meta: { actor: { user, unit }, commandId: randomUUID() },
  };
};

/** Who looked at what, in the log: so looks are chained and sealed like every fact. Looks of one moment go into one commit. */
export const looks = (store: EventStore, now: () => Date): Looks => {
  const lately = keptLately<number>(LATELY_BYTES); // person, thing and time → when it was last written down
  let waiting: readonly NewEvent<Looked>[] = [];

  const isSame = (caller: Caller, { what, subject, asOf, asKnown }: LookedAt, at: number): boolean => {
    const name = JSON.stringify([caller.account, what, subject, asOf, asKnown]);
    const before = lately.take(name)?.value ?? -Infinity;
    const same = at - before < SAME_LOOK_MS;
    lately.keep(name, same ? before : at, 2 * name.length);
    return same;
  };

  return {
    record: async (caller, look) => {
      const at = now();
      if (isSame(caller, look, at.getTime())) return;
      const mine = [...waiting, factOf(caller, look, at)];
      waiting = [];
      await Promise.all(mine.map((fact) => store.append(STREAM, 'any', [fact]))).catch(() => {
        waiting = [...waiting, ...mine].slice(-MOST_WAITING); // what of them is stored already is not stored twice: their commands are known
      });
    },
    page: async (before, limit, isWanted = () => true) => {
      const found: Look[] = [];
      for (let from = before; ;) {
        const page = (await store.readStreamBack(STREAM, from, Math.max(limit, LOOKS_AT_ONCE))).map(shown);
        found.push(...page.filter(isWanted));
        if (found.length >= limit || page.length < LOOKS_AT_ONCE) return found.slice(0, limit);
        from = page.at(-1)!.id;
      }
    },
  };
};
