import { UPCASTERS } from '#domain';
import { numbered } from './contract.ts';
import { asRead, rawRow, readRow, type StoredEvent } from './postgres-table.ts';

const row: StoredEvent = {
  position: '9007199254740993', // more than a number holds
  stream: 'project-1',
  version: 3,
  id: 'e-1',
  type: 'Numbered',
  schema_version: 1,
  occurred_on: '2026-01-05',
  recorded_at: '2026-01-05 10:00:00.25+08',
  command_id: 'c-1',
  meta: { actor: { user: 'clerk', unit: null }, note: '会签' },
  data: { n: 7 },
  previous_hash: Buffer.from('00ff', 'hex'),
  hash: Buffer.from('ff00', 'hex'),
};
const fact = {
  id: 'e-1',
  stream: 'project-1',
  version: 3,
  position: 9_007_199_254_740_993n,
  event: { type: 'Numbered', occurredOn: '2026-01-05', data: { n: 7 } },
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, note: '会签', commandId: 'c-1' },
  recordedAt: '2026-01-05T02:00:00.250Z',
  previousHash: '00ff',
  hash: 'ff00',
};

/** With a next version of the numbered event, as if one were made tomorrow. */
const tomorrow = (look: () => void): void => {
  UPCASTERS['Numbered'] = { 1: ({ n, ...rest }) => ({ ...rest, number: n }) };
  try {
    look();
  } finally {
    delete UPCASTERS['Numbered'];
  }
};

it('a row is read as the fact that was recorded', () => {
  expect(readRow(row)).toEqual(fact);
  expect(rawRow(row)).toEqual(fact);
});

it('an older fact is read as today says it, and for those who check the chain as it was written', () => {
  tomorrow(() => {
    expect(readRow(row)).toEqual({ ...fact, schemaVersion: 2, event: { ...fact.event, data: { number: 7 } } });
    expect(rawRow(row)).toEqual(fact);
  });
});

it('an instant that nobody of us wrote stays as it reads, so that the chain can say so', () => {
  expect(readRow({ ...row, recorded_at: 'infinity' }).recordedAt).toBe('infinity');
});

it('what was just stored is read as the log will give it back: without what JSON does not keep', () => {
  const { event, ...given } = numbered(7, 'c-1');
  const stored = {
    ...fact,
    ...given,
    event: { ...event, data: { n: 7, text: undefined } },
    meta: { ...given.meta, note: undefined },
  } as never;
  const read = asRead(stored);
  expect(read.event).toStrictEqual({ type: 'Numbered', occurredOn: '2026-01-05', data: { n: 7 } });
  expect(read.meta).toStrictEqual(given.meta);
  expect(read).toMatchObject({ id: given.id, version: 3, position: fact.position, hash: 'ff00' });
  tomorrow(() => {
    expect(asRead(stored)).toMatchObject({ schemaVersion: 2, event: { data: { number: 7 } } });
  });
});
