import type { RecordedEvent } from '#domain';
import { NO_PREDECESSOR } from '../chain.ts';
import { headAfter, keptHeads, noRecords, SEARCHED } from './heads.ts';

const fact = (version: number, commandId = `c-${version}`): RecordedEvent =>
  ({ version, hash: `hash ${version}`, recordedAt: `instant ${version}`, meta: { commandId } }) as RecordedEvent;

it('a stream without records begins at nothing', () => {
  expect(noRecords()).toEqual({ version: 0, hash: NO_PREDECESSOR, recordedAt: null, commands: new Set() });
  expect(headAfter(noRecords(), [])).toEqual(noRecords());
});

it('the next record follows the last one, and the commands of all are known', () => {
  const head = headAfter(headAfter(noRecords(), [fact(1)]), [fact(2), fact(3, 'c-2')]);
  expect(head).toEqual({
    version: 3,
    hash: 'hash 3',
    recordedAt: 'instant 3',
    commands: new Set(['c-1', 'c-2']),
  });
  expect(headAfter(head, [])).toBe(head);
});

it('of a long stream the latest commands are known: the oldest give way, and no more of them than must', () => {
  const all = Array.from({ length: SEARCHED + 2 }, (_, index) => fact(index + 1));
  const full = headAfter(noRecords(), all.slice(0, SEARCHED));
  expect(full.commands.size).toBe(SEARCHED);
  expect(full.commands.has('c-1')).toBe(true);
  const { commands } = headAfter(full, all.slice(SEARCHED));
  expect(commands.size).toBe(SEARCHED);
  expect(['c-1', 'c-2', 'c-3', `c-${SEARCHED + 2}`].map((one) => commands.has(one))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('a head is taken out by who writes on from it, and is kept anew when it is written', () => {
  const heads = keptHeads();
  expect(heads.take('project-1')).toBeNull();
  const head = headAfter(noRecords(), [fact(1)]);
  heads.keep('project-1', head);
  expect(heads.take('project-1')).toBe(head);
  expect(heads.take('project-1')).toBeNull();
});

it('heads with many commands weigh more: of them fewer are kept', () => {
  const many = (): ReturnType<typeof noRecords> => ({
    ...noRecords(),
    commands: new Set(Array.from({ length: 10_000 }, (_, index) => `c-${index}`)),
  });
  const heads = keptHeads();
  for (let n = 0; n < 20; n += 1) heads.keep(`project-${n}`, many());
  expect(heads.take('project-0')).toBeNull();
  expect(heads.take('project-19')).not.toBeNull();
  const light = keptHeads();
  for (let n = 0; n < 20; n += 1) light.keep(`project-${n}`, noRecords());
  expect(light.take('project-0')).not.toBeNull();
});
