import { START, type JSONEventData, type JSONRecordedEvent } from '@kurrent/kurrentdb-client';
import { UPCASTERS } from '#domain';
import { chained, NO_PREDECESSOR } from '../chain.ts';
import { numbered } from '../contract.ts';
import { placesOf } from './places.ts';
import { positionOf } from './reading.ts';
import { asToday, asWritten, recordOf, type Written } from './record.ts';

const RECORDED_AT = '2026-01-05T02:00:00.000Z';
const HEAD = { version: 4, hash: NO_PREDECESSOR };
const [written] = chained('project-1', HEAD, [numbered(7, 'c-1')], RECORDED_AT) as readonly [Written];
const nowhere = placesOf([]);

/** The same as the server hands it back: at its version, and at a place in the log. */
const read = (fact: Written, place?: bigint, brought?: bigint): JSONRecordedEvent => {
  const { id, type, data, metadata } = recordOf(fact, brought) as JSONEventData;
  return {
    ...{ id, type, data, metadata: metadata as JSONRecordedEvent['metadata'] },
    ...{ streamId: 'luodi-project-1', isJson: true, created: new Date(0), revision: BigInt(fact.version - 1) },
    ...(place === undefined ? {} : { position: { commit: place, prepare: place } }),
  };
};

it('a fact comes back from its record as it was written, at the place where it stands', () => {
  expect(asWritten(read(written, 812n), 'project-1', nowhere)).toEqual({ ...written, position: 812n });
  expect(asWritten(read(written), 'project-1', nowhere).position).toBe(0n);
});

it('a record that was brought from another log keeps the position that it had there', () => {
  expect(asWritten(read(written, 812n, 40n), 'project-1', nowhere)).toEqual({ ...written, position: 40n });
  expect(recordOf(written, 40n).metadata).toMatchObject({ position: '40' });
  expect(recordOf(written).metadata).not.toHaveProperty('position');
});

it('the same fact given again is the same record; the same command decided anew elsewhere is another', () => {
  const [elsewhere] = chained('project-1', { ...HEAD, version: 5 }, [numbered(7, 'c-1')], RECORDED_AT);
  expect(recordOf(written).id).toBe(recordOf({ ...written }).id);
  expect(recordOf(elsewhere!).id).not.toBe(recordOf(written).id);
});

it.each([[{}], [undefined]])(
  'a record that nobody of us wrote is told as far as it goes: it has no hash (%j)',
  (metadata) => {
    const foreign: JSONRecordedEvent = { ...read(written, 9n), metadata };
    expect(asWritten(foreign, 'project-1', nowhere)).toEqual({
      id: '',
      stream: 'project-1',
      version: 5,
      position: 9n,
      event: { type: 'Numbered', occurredOn: '', data: written.event.data },
      schemaVersion: 1,
      meta: { actor: { user: '', unit: null }, commandId: '' },
      recordedAt: '',
      previousHash: '',
      hash: '',
    });
  },
);

it('a fact of an older release is lifted to what today says, and one of today is passed on as it is', () => {
  const fact = { ...written, position: 9n };
  expect(asToday(fact)).toBe(fact);
  UPCASTERS['Numbered'] = { 1: ({ n, ...rest }) => ({ ...rest, number: n }) };
  try {
    expect(asToday(fact)).toMatchObject({ schemaVersion: 2, hash: written.hash, event: { data: { number: 7 } } });
  } finally {
    delete UPCASTERS['Numbered'];
  }
});

it('a fact in a shape that only a newer release knows is a fact of another kind', () => {
  const type = 'ProjectTagged';
  const fact = { ...written, position: 9n, schemaVersion: 99, event: { ...written.event, type } };
  expect(asToday(fact as never)).toMatchObject({ schemaVersion: 99, event: { type: 'ProjectTagged@99' } });
});

it('it is read from the beginning, or from the place of a record', () => {
  expect([positionOf(0n), positionOf(-1n), positionOf(7n)]).toEqual([START, START, { commit: 7n, prepare: 7n }]);
});
