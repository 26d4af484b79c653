import type { IsoDate, RecordedEvent } from '#domain';
import { firstReadingOf } from './first-reading.ts';
import { unitNames, type UnitNames } from './units.ts';

const told = (...facts: readonly (readonly [on: string, type: string, data: object])[]): readonly RecordedEvent[] =>
  facts.map(
    ([occurredOn, type, data], at) =>
      ({ event: { type, occurredOn, data }, version: at + 1, recordedAt: `2026-11-30T08:00:0${at}Z` }) as never,
  );
const unit = (on: string, code: string, name: string, parent: string | null = null) =>
  [on, 'UnitAdded', { code, name, kind: '分组', parent }] as const;
const tree = (events: readonly RecordedEvent[], day: string | null = null): UnitNames =>
  unitNames(events, day as IsoDate | null);
const codes = ({ all }: UnitNames): readonly string[] => all.map(({ code }) => code);

describe('a tree that was told today, piece by piece, with changes of last year', () => {
  const events = told(
    unit('2026-11-30', 'B', '招商局'),
    unit('2026-11-30', 'X', '经信局', 'B'),
    unit('2026-11-30', 'Y', '东园', 'B'),
    ['2025-05-01', 'UnitRenamed', { code: 'X', from: '经信局', to: '工信局' }],
    ['2025-07-01', 'UnitMoved', { code: 'X', from: 'B', to: 'Y' }],
    ['2025-08-01', 'UnitReclassified', { code: 'X', from: '分组', to: '专班' }],
    ['2025-09-01', 'UnitClosed', { code: 'X' }],
  );

  it.each([
    ['2024-12-31', '经信局', 'B', '分组', false],
    ['2025-05-01', '工信局', 'B', '分组', false],
    ['2025-07-01', '工信局', 'Y', '分组', false],
    ['2025-08-01', '工信局', 'Y', '专班', false],
    ['2025-09-01', '工信局', 'Y', '专班', true],
    [null, '工信局', 'Y', '专班', true],
  ])('is whole on %s, each unit as it then was', (day, name, parent, kind, closed) => {
    const then = tree(events, day);
    expect(codes(then)).toEqual(['B', 'X', 'Y']);
    expect(then.all[1]).toMatchObject({ name, parent, kind, closed });
  });

  it('knows a unit by the name that it bears later: ledgers of last year are written in the names of today', () => {
    const before = tree(events, '2025-03-31');
    expect(before.unitOf('工信局')).toEqual({ code: 'X', name: '经信局' });
    expect(before.subtree('X')).toEqual(['X', '经信局', '工信局']);
  });
});

it('a closing that is taken back closes nothing, on its day and on every other', () => {
  const events = told(
    unit('2024-01-01', 'B', '招商局'),
    unit('2024-01-01', 'X', '经信局', 'B'),
    ['2025-09-01', 'UnitClosed', { code: 'X' }],
    ['2025-09-01', 'UnitReopened', { code: 'X', reason: '误撤' }],
  );
  const closedOn = (day: string | null, known = events) => tree(known, day).all[1]!.closed;
  expect(['2025-08-31', '2025-09-01', null].map((day) => closedOn(day))).toEqual([false, false, false]);
  expect(closedOn('2025-09-01', events.slice(0, 3))).toBe(true); // as known before it was taken back
});

it('a unit that comes later has no row of its own before, and what is written in its name is its own all the same', () => {
  const events = told(unit('2024-01-01', 'B', '招商局'), unit('2025-11-01', 'Y', '商务局', 'B'));
  expect([codes(tree(events, '2025-10-31')), codes(tree(events, '2025-11-01'))]).toEqual([['B'], ['B', 'Y']]);
  expect(tree(events, '2025-10-31').unitOf('商务局')).toEqual({ code: 'Y', name: '商务局' });
});

it('a unit that is told of later as of a day long past does not make the others younger', () => {
  const events = told(unit('2026-11-30', 'B', '招商局'), unit('2025-02-01', 'Z', '镇', 'B'));
  expect([codes(tree(events, '2025-01-31')), codes(tree(events, '2025-02-01'))]).toEqual([['B'], ['B', 'Z']]);
});

describe('a name means one unit', () => {
  const closing = ['2025-09-01', 'UnitClosed', { code: 'Y' }] as const;
  it.each([
    ['the open one rather than a closed one', '商务局', [unit('2024-01-01', 'Z', '商务局')], 'Z'],
    [
      'who bears it rather than who once bore it',
      '经信局',
      [
        unit('2024-01-01', 'Z', '信息局'),
        unit('2024-01-01', 'X', '经信局'),
        ['2024-02-01', 'UnitRenamed', { code: 'X', from: '经信局', to: '工信局' }],
        ['2024-03-01', 'UnitRenamed', { code: 'Z', from: '信息局', to: '经信局' }],
      ] as const,
      'Z',
    ],
    ['the closed one where no other bears it', '商务局', [], 'Y'],
  ])('%s', (_which, name, facts, code) => {
    const names = tree(told(unit('2024-01-01', 'Y', '商务局'), ...facts, closing));
    expect(names.unitOf(name)?.code).toBe(code);
    const holders = names.all.filter((one) => names.subtree(one.code)!.includes(name));
    expect(holders.map((one) => one.code)).toEqual([code]);
  });

  it('or none where two bear it: neither is credited with what is written so, and both are found by code', () => {
    const names = tree(told(unit('2024-01-01', '0101', '综合科'), unit('2024-01-01', '0201', '综合科')));
    expect([names.unitOf('综合科'), names.subtree('综合科')]).toEqual([{ code: null, name: '综合科' }, null]);
    expect([names.unitOf('0101'), names.subtree('0101')]).toEqual([{ code: '0101', name: '综合科' }, ['0101']]);
  });
});

it('what was printed by the first reading is told by it: of a tree told in pieces the first piece, changes before it alone', () => {
  const pieces = told(
    unit('2026-11-30', 'B', '招商局'),
    unit('2026-11-30', 'X', '经信局', 'B'),
    ['2025-05-01', 'UnitRenamed', { code: 'X', from: '经信局', to: '工信局' }],
    ['2026-11-30', 'UnitClosed', { code: 'X' }],
  );
  const read = (day: string): UnitNames => firstReadingOf(pieces, day as IsoDate);
  expect([codes(read('2024-12-31')), codes(read('2025-06-30'))]).toEqual([['B'], []]);
  const now = read('2026-11-30');
  expect([now.all.length, now.unitOf('经信局'), now.unitOf('外'), now.unitOf(null)]).toEqual([
    2,
    { code: 'X', name: '工信局' },
    { code: null, name: '外' },
    null,
  ]);
  expect([now.subtree('B'), now.subtree('外')]).toEqual([['B', '招商局', 'X', '工信局', '经信局'], null]);
});
