import type { RecordedEvent } from '#domain';
import { cloudEvent, sourceOf } from './envelope.ts';

const RECORDED: RecordedEvent = {
  id: '3f1c6f0e-6a55-4c8e-9d0c-3f3b0f4f7a11',
  stream: 'project-1',
  version: 3,
  position: 9_007_199_254_740_993n, // beyond what a number holds
  event: { type: 'ContractSigned', occurredOn: '2026-03-02', data: { number: '甲-1' } },
  schemaVersion: 2,
  meta: {
    actor: { user: 'clerk', unit: '01' },
    commandId: 'c-1',
    causationId: 'c-0',
    correlationId: 'r-1',
    approver: 'head',
    basis: '〔2026〕5号',
    note: '补签',
  },
  recordedAt: '2026-03-02T00:30:00.000Z',
  previousHash: 'aa',
  hash: 'bb',
} as RecordedEvent;

it('is an event of CloudEvents 1.0: what it must say is said, extensions have plain names and plain values', () => {
  const { data, ...attributes } = cloudEvent(RECORDED, sourceOf(null));
  expect(data).toEqual({ number: '甲-1' });
  expect(attributes).toMatchObject({
    specversion: '1.0',
    type: 'ContractSigned',
    source: '/luodi/log',
    subject: 'project-1',
    time: '2026-03-02T00:30:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'urn:luodi:event:ContractSigned:2',
    position: '9007199254740993',
  });
  for (const [name, value] of Object.entries(attributes)) {
    expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    expect(typeof value === 'string' ? value !== '' : Number.isInteger(value) && Math.abs(value) < 2 ** 31).toBe(true);
  }
});

it('leaves out what was not said, for an attribute is never null', () => {
  const { actor, commandId } = RECORDED.meta;
  const bare = cloudEvent({ ...RECORDED, meta: { actor: { ...actor, unit: null }, commandId } }, sourceOf(null));
  expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['actorunit']));
  expect(Object.values(bare)).not.toContain(undefined);
  expect(Object.values(bare)).not.toContain(null);
});

it('is told from those of other bureaus by where the installation is reached', () =>
  expect(sourceOf(new URL('https://zs.example.gov.cn'))).toBe('https://zs.example.gov.cn/log'));
