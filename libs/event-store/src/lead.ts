import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

export const leadMigration = {
  id: 'event-store-7-lead',
  sql: `create table lead (model text primary key, holder uuid not null, until timestamptz not null)`,
} as const;

const LEAD_MS = 2_000;
const LOOK_AGAIN_MS = 100;

// What is kept up to date, or handed on, in the background by one of the processes that can.
type Model = 'projects' | 'reminders' | 'fact-hooks';

export interface Lead {
  /** Whether this process leads now. It does where nobody else has within two seconds. */
  readonly hold: () => Promise<boolean>;
  /** Leads on for as long as the work takes. */
  readonly during: (work: () => Promise<unknown>) => Promise<void>;
  /** Does the work where this process leads; where another does it waits until that one has come as far, and takes over where it says no more. */
  readonly reach: (position: bigint, at: () => Promise<bigint>, work: () => Promise<unknown>) => Promise<void>;
  /** Lets another one lead at once. */
  readonly leave: () => Promise<void>;
}

const HOLD = {
  name: 'luodi-lead',
  text: `insert into lead as l (model, holder, until) values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
    on conflict (model) do update set holder = excluded.holder, until = excluded.until
    where l.holder = excluded.holder or l.until < clock_timestamp() returning holder`,
};

/**
 * Who of several processes folds what is new. It saves work and decides nothing: the fence is the checkpoint, a row that moves with the rows it tells of and is compared in their transaction. One
 * that leads no more and does not know it yet therefore changes nothing twice, and who is asked a question never waits for a leader: it folds what is missing itself.
 */
export const leadOf = (pool: Pool, model: Model): Lead => {
  const me = randomUUID();
  let askAgainAt = 0;
  const ask = async (): Promise<boolean> => {
    const now = performance.now();
    const { rowCount } = await pool.query({ ...HOLD, values: [model, me, LEAD_MS] });
    if (rowCount !== 1) return false;
    askAgainAt = now + LEAD_MS / 2;
    return true;
  };
  let asking: Promise<boolean> | null = null; // all who want to know at once ask once
  const hold: Lead['hold'] = async () =>
    performance.now() < askAgainAt ||
    (asking ??= ask().finally(() => {
      asking = null;
    }));
  const during: Lead['during'] = async (work) => {
    const leadingOn = setInterval(() => void hold().catch(() => false), LEAD_MS / 2);
    try {
      await work();
    } finally {
      clearInterval(leadingOn);
    }
  };
  return {
    hold,
    during,
    reach: async (position, at, work) => {
      while (!(await hold())) {
        if ((await at()) >= position) return;
        await new Promise((later) => setTimeout(later, LOOK_AGAIN_MS));
      }
      await during(work);
    },
    leave: async () => {
      askAgainAt = 0;
      await pool.query('delete from lead where model = $1 and holder = $2', [model, me]).catch(() => undefined); // it ends by itself
    },
  };
};
