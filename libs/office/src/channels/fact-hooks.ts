import {
  factHook,
  factsOf,
  handedOverTo,
  nextTry,
  notHandedOver,
  openFactHook,
  tryAgainAt,
  type ChannelSettings,
} from '#channels';
import type { RecordedEvent } from '#domain';
import type { Meters } from '#telemetry';
import { cloudEvent, sourceOf } from '../feed/envelope.ts';
import type { Office } from '../office.ts';

const PAGE = 500;
const STANDBY_MS = 1_000; // where another process leads: whether it still does
const AGAIN_MS = 5_000; // after a round that failed: the database was away
/** A receiver that is down misses nothing: facts come in their order, and the next waits until the one before it was taken. */
const PATIENCE = { firstSeconds: 10, capSeconds: 3_600, attempts: Number.POSITIVE_INFINITY };
const HEADERS = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

type Delivered = Meters['delivered'];
type Chosen = Extract<ChannelSettings, { readonly kind: 'webhook' }>;

/** Hands one receiver over what it has chosen. Answers when to try again; null where it has everything, or is to be stopped. */
const handOver = async (
  office: Office,
  chosen: Chosen,
  delivered: Delivered,
  signal: AbortSignal,
): Promise<Date | null> => {
  const { pool, store, channels, config, now } = office;
  const { name } = chosen;
  const [channel, hook] = [await channels.find(name), await factHook(pool, name)];
  if (channel === null || hook === null) return null;
  if (hook.nextAt !== null && hook.nextAt > now()) return hook.nextAt;
  const post = openFactHook(chosen, channel.secrets, config.reach);
  const [wanted, source] = [new Set(factsOf(chosen)), sourceOf(config.publicUrl)];
  let place = hook.position;
  const refused = async (fact: RecordedEvent, code: string, retryAfterSeconds?: number): Promise<Date> => {
    const attempt = await notHandedOver(pool, name, place, now(), code);
    const delay = { permanent: false, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
    const next = nextTry(attempt, fact.id, delay, PATIENCE);
    const at = new Date(now().getTime() + (next.kind === 'again' ? next.afterSeconds : PATIENCE.capSeconds) * 1_000);
    await tryAgainAt(pool, name, at);
    return at;
  };
  while (!signal.aborted) {
    const facts = await store.readAll(place, PAGE);
    for (const fact of facts.filter(({ event }) => wanted.has(event.type))) {
      if (signal.aborted) return null;
      const outcome = await post(fact.id, JSON.stringify(cloudEvent(fact, source)), HEADERS);
      delivered('webhook', outcome.kind);
      if (outcome.kind === 'failed') return refused(fact, outcome.code, outcome.retryAfterSeconds);
      await handedOverTo(pool, name, (place = fact.position));
    }
    const last = facts.at(-1);
    if (last === undefined) return null;
    await handedOverTo(pool, name, (place = last.position));
  }
  return null;
};

export interface FactHooks {
  /** Something may have been recorded. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

/** Tells receivers the facts that the bureau has chosen for them, in one process at a time; another one takes over where it dies, and what it had just handed over may come twice, under the same id. */
export const factHooks = (office: Office, delivered: Delivered = () => undefined): FactHooks => {
  const lead = office.leads.factHooks;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isWanted = false;
  const all = async (): Promise<number | null> => {
    const open = (await office.channels.all()).flatMap(({ settings, enabled }) =>
      enabled && settings.kind === 'webhook' && factsOf(settings).length > 0 ? [settings] : [],
    );
    if (open.length === 0) return null;
    if (!(await lead.hold())) return STANDBY_MS;
    let soonest: number | null = null;
    await lead.during(async () => {
      // One receiver that is slow keeps no other waiting.
      const next = await Promise.all(open.map((one) => handOver(office, one, delivered, stopping.signal)));
      const waits = next.flatMap((at) => (at === null ? [] : [at.getTime() - office.now().getTime()]));
      soonest = waits.length === 0 ? null : Math.max(0, Math.min(...waits));
    });
    return soonest;
  };
  const wake = (): void => {
    if (stopping.signal.aborted) return;
    isWanted = true;
    running ??= (async () => {
      while (isWanted && !stopping.signal.aborted) {
        isWanted = false;
        clearTimeout(timer);
        const wait = await all().catch(() => AGAIN_MS);
        if (wait !== null && !stopping.signal.aborted) timer = setTimeout(wake, wait).unref();
      }
      running = null;
    })();
  };
  return {
    wake,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
      await lead.leave();
    },
  };
};
