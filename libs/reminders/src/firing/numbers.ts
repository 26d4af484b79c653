import { v5 as uuid } from 'uuid';
import { schemaVersionOf, type Actor, type DomainEvent, type IsoDate, type OrderRung } from '#domain';
import { WrongExpectedVersion, type EventStore } from '#event-store';

const NAMESPACE = '9c1f63ab-40d8-4b43-8b62-4a4ce1a5d1f7';
const ATTEMPTS = 50;

// STORED FOR EVER. Streams "register-<name>-<year>": the version of the record is the number that was given.
export type RegisterEvent = DomainEvent<'NumberGiven', { readonly id: string }>;

/**
 * The next serial numbers of a register and year, one for each id: its stream's version is the number, so numbers have no gaps, none is given twice,
 * and the same id always gets the same one. Cost: the register of the year, read once.
 */
export const serialNumbers = async (
  store: EventStore,
  register: string,
  year: string,
  ids: readonly string[],
  on: IsoDate,
  actor: Actor,
): Promise<ReadonlyMap<string, number>> => {
  const stream = `register-${register}-${year}`;
  for (let attempt = 1; ; attempt += 1) {
    const given = new Map(
      (await store.readStream(stream)).map(({ event, version }) => [(event.data as { id: string }).id, version]),
    );
    const missing = [...new Set(ids)].filter((id) => !given.has(id));
    if (missing.length === 0) return new Map(ids.map((id) => [id, given.get(id)!]));
    try {
      const commandId = uuid(missing.join(), NAMESPACE);
      await store.append(
        stream,
        given.size,
        missing.map((id) => ({
          id: uuid(`${stream}|${id}`, NAMESPACE),
          event: { type: 'NumberGiven', occurredOn: on, data: { id } } satisfies RegisterEvent,
          schemaVersion: schemaVersionOf('NumberGiven'),
          meta: { actor, commandId },
        })),
      );
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === ATTEMPTS) throw error;
    }
  }
};

export const serialNumber = async (
  store: EventStore,
  register: string,
  year: string,
  id: string,
  on: IsoDate,
  actor: Actor,
): Promise<number> => (await serialNumbers(store, register, year, [id], on, actor)).get(id)!;

/** A book of serial numbers, and the word that stands before them. */
export interface Register {
  readonly register: string;
  readonly word: string;
}
export const ORDER_REGISTERS: Readonly<Record<OrderRung, Register>> = {
  supervision: { register: 'order-supervision', word: '督办' },
  interview: { register: 'order-interview', word: '约谈' },
  accountability: { register: 'order-accountability', word: '问责' },
};
export const SCHEDULING_REGISTER: Register = { register: 'scheduling-list', word: '调度' };

/** 督办〔2026〕12号 */
export const orderNumber = (word: string, year: string, serial: number): string => `${word}〔${year}〕${serial}号`;
