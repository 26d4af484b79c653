import { v5 as uuid } from 'uuid';
import type { Actor, IsoDate } from '#domain';
import { WrongExpectedVersion, type EventStore } from '#event-store';

const NAMESPACE = '9c1f63ab-40d8-4b43-8b62-4a4ce1a5d1f7';
const ATTEMPTS = 50;

/**
 * The next serial number of a register and year: its stream's version is the number, so numbers have no gaps, none is given twice, and the same
 * `id` always gets the same one.
 */
export const serialNumber = async (store: EventStore, register: string, year: string, id: string, on: IsoDate, actor: Actor): Promise<number> => {
  const stream = `register-${register}-${year}`;
  for (let attempt = 1; ; attempt += 1) {
    const version = (await store.readStream(stream)).at(-1)?.version ?? 0;
    try {
      const { events } = await store.append(stream, version, [{ id: uuid(`${stream}|${id}`, NAMESPACE), event: { type: 'NumberGiven', occurredOn: on, data: { id } }, schemaVersion: 1, meta: { actor, commandId: id } }]);
      return events[0]!.version;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === ATTEMPTS) throw error;
    }
  }
};

/** 督办〔2026〕12号 */
export const orderNumber = (word: string, year: string, serial: number): string => `${word}〔${year}〕${serial}号`;
