import fc from 'fast-check';
import { arrival, certified, e, opened, recorded, signed, yuan } from '../../../../test/support/project-facts.ts';
import { inBusinessOrder, type Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';

const numbered = (events: readonly ProjectEvent[]): Placed[] =>
  events.map((event, index) => ({ ...event, version: index + 1 }));
const versions = (history: readonly Placed[]): readonly number[] =>
  inBusinessOrder(history).map(({ version }) => version);
const correction = (target: number, field: string, to: unknown): ProjectEvent =>
  e('FactCorrected', '2026-01-02', { target, field, from: null, to, reason: '笔误' });
const voided = (target: number): ProjectEvent => e('FactVoided', '2026-01-02', { target, reason: '误填' });
const line = (on: string) => e('ProgressReported', on, { text: '选址' });

it('facts stand by their business day, those of one day as they were recorded', () =>
  expect(
    versions(numbered([recorded, line('2025-03-02'), line('2025-03-01'), line('2025-03-02'), line('2025-02-01')])),
  ).toEqual([1, 5, 3, 2, 4]));
it('the first record of a project comes first, whatever is dated before it', () =>
  expect(versions(numbered([line('2024-12-02'), recorded, line('2024-12-01'), line('2025-02-01')]))).toEqual([
    2, 3, 1, 4,
  ]));
it('a part of a history without its first record keeps its order', () =>
  expect(versions(numbered([opened, signed, arrival]))).toEqual([1, 2, 3]));
it('a day that is corrected moves the fact to it', () =>
  expect(
    versions(numbered([recorded, line('2025-03-01'), line('2025-03-02'), correction(2, 'occurredOn', '2025-03-03')])),
  ).toEqual([1, 3, 2, 4]));

it('the order in which facts are handed in decides nothing', () => {
  const facts = [recorded, opened, signed, arrival, certified, line('2025-04-01'), correction(3, 'number', 'C-2')];
  const more = [correction(3, 'number', 'C-3'), voided(8), voided(6), voided(10), correction(6, 'text', '设计')];
  const history = numbered([...facts, ...more]);
  const ordered = inBusinessOrder(history);
  expect(fold(history)).toMatchObject({ contract: { number: 'C-2' }, progress: { text: '设计' } });
  fc.assert(
    fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (shuffled) =>
      expect(inBusinessOrder(shuffled)).toEqual(ordered),
    ),
    { numRuns: 30 },
  );
});

describe('a stored correction', () => {
  const owner = { unit: '一科', leader: '周局', steward: '张甲', liaisons: ['李乙'] };
  const owned = e('OwnerAssigned', '2025-02-01', owner);
  const li = { id: 'li', name: '李乙' };

  it('of a person holds, whether the person is known by id or as written', () => {
    expect(fold(numbered([recorded, owned, correction(2, 'steward', li)]))).toMatchObject({ owner: { steward: li } });
    expect(fold(numbered([recorded, owned, correction(2, 'liaisons', [li, '王丙'])]))).toMatchObject({
      owner: { liaisons: [li, { id: null, name: '王丙' }] },
    });
  });
  it.each([{ id: 'li' }, { name: '李乙' }, 7])('of a person that is none, as %j, is passed over', (to) =>
    expect(fold(numbered([recorded, owned, correction(2, 'steward', to)]))).toMatchObject({
      owner: { steward: { name: '张甲' } },
    }),
  );
  it('that takes an optional field away leaves nothing of it, and one that takes a needed one away is passed over', () => {
    const [, contract] = inBusinessOrder(numbered([recorded, signed, correction(2, 'number', null)]));
    expect(Object.keys(contract!.data)).toEqual(['contracted', 'agreedStart']);
    expect(fold(numbered([recorded, signed, correction(2, 'contracted', null)]))).toMatchObject({
      contract: { contracted: yuan('100000000.00') },
    });
  });
  it('of a field that no form offers holds as it was stored', () =>
    expect(fold(numbered([recorded, signed, arrival, correction(3, 'arrival', 'V2')]))).toMatchObject({
      arrivals: [{ id: 'V2' }],
    }));
  it('of a fact that is not there, or was itself voided, changes nothing', () => {
    const contract = { number: 'C-1' };
    expect(fold(numbered([recorded, signed, correction(9, 'number', 'C-2')]))).toMatchObject({ contract });
    expect(fold(numbered([recorded, signed, correction(2, 'number', 'C-2'), voided(3)]))).toMatchObject({ contract });
  });
});
