import type { IsoDate, ProjectEvent, RecordedEvent } from '../../libs/domain/src/index.ts';

/** A fact with the day on which it happened, and the day on which it was recorded where that is another. */
export type Fact = readonly [type: ProjectEvent['type'], on: string, data: object, recordedOn?: string];

const IMPORTED = { imported: { importId: 'i', sheet: 's', row: 1 } };

/** The history of one project, each fact recorded on the morning of its day. `imported`: as from a ledger. */
export const history = (facts: readonly Fact[], imported = false): RecordedEvent[] =>
  facts.map(([type, on, data, recordedOn = on], index) => ({
    id: String(index),
    event: { type, occurredOn: on as IsoDate, data } as ProjectEvent,
    schemaVersion: 1,
    stream: 'project-x',
    version: index + 1,
    position: BigInt(index + 1),
    recordedAt: `${recordedOn}T02:00:00.000Z`,
    previousHash: '',
    hash: '',
    meta: { actor: { user: 'clerk', unit: null }, commandId: String(index), ...(imported ? IMPORTED : {}) },
  }));
