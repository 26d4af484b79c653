import { isoDate } from '../dates.ts';
import { decimalFraction, decimalOf } from '../metrics/fraction.ts';
import { boardNamed, foldBoards, publishBoard, whyNotFreezable } from './boards.ts';
import type { FrozenBoard } from './events.ts';
import { readBoard } from './read-board.ts';
import { scoreOf } from './score.ts';

const measure = { metric: 'signed', points: '40', full: '10' };
const read = (more: object = {}) => readBoard({ name: '龙虎榜', measures: [measure], ...more });
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);

it('what a board does not say is as by default', () =>
  expect(read()).toEqual({
    name: '龙虎榜',
    title: { zh: '龙虎榜', en: '龙虎榜' },
    definition: 'default',
    leagues: [],
    measures: [{ ...measure, of: 'value', cap: '40' }],
    deductions: [],
    floors: [],
    red: { title: { zh: '红榜', en: 'Red list' }, first: 3 },
    black: { title: { zh: '黑榜', en: 'Black list' }, last: 0 },
  }));
it('what it says is taken', () => {
  const said = {
    title: { zh: '红黑榜', en: 'Red and black' },
    definition: '市口径@2',
    leagues: [
      { name: '一类', units: ['01', '02'] },
      { name: '二类', units: ['03'] },
    ],
    measures: [{ metric: 'signed', of: 'progress', points: '0.5', full: '80', cap: '0' }],
    deductions: [{ metric: 'backlog', above: '2', each: '1.5', most: '5' }],
    floors: [{ metric: 'leads', least: '3', deduct: '10' }],
    red: { title: { zh: '红', en: 'Red' }, first: 0 },
    black: { title: { zh: '黑', en: 'Black' }, last: 100 },
  };
  expect(read(said)).toEqual({ name: '龙虎榜', ...said });
  expect(read({ measures: many(30, measure), floors: many(30, said.floors[0]) }).measures).toHaveLength(30);
});
it('progress is full at a hundred percent, and a deduction begins above nothing, where nothing is said', () => {
  expect(read({ measures: [{ metric: 'signed', of: 'progress', points: '9' }] }).measures[0]).toMatchObject({
    full: '100',
    cap: '9',
  });
  expect(read({ deductions: [{ metric: 'backlog', each: '1', most: '5' }] }).deductions[0]!.above).toBe('0');
});

it.each<[string, object]>([
  ['name', { name: 'Big' }],
  ['title.en', { title: { zh: '榜' } }],
  ['definition', { definition: 'x'.repeat(71) }],
  ['leagues', { leagues: many(31, { name: 'x', units: [] }) }],
  ['leagues', { leagues: [{ name: '一', units: ['01', '01'] }] }],
  ['leagues.0.name', { leagues: [{ units: [] }] }],
  ['leagues.0.units', { leagues: [{ name: '一', units: many(501, '01') }] }],
  ['leagues.0.units.1', { leagues: [{ name: '一', units: ['01', ''] }] }],
  ['leagues.0.of', { leagues: [{ name: '一', units: [], of: 1 }] }],
  ['measures', { measures: undefined }],
  ['measures', { measures: many(31, measure) }],
  ['measures.0.metric', { measures: [{ ...measure, metric: ' ' }] }],
  ['measures.0.of', { measures: [{ ...measure, of: 'rank' }] }],
  ['measures.0.points', { measures: [{ ...measure, points: '0.0' }] }],
  ['measures.0.full', { measures: [{ ...measure, full: '0' }] }],
  ['measures.0.cap', { measures: [{ ...measure, cap: '-1' }] }],
  ['measures.1.weight', { measures: [measure, { ...measure, weight: 1 }] }],
  ['deductions', { deductions: many(31, 0) }],
  ['deductions.0.metric', { deductions: [{ each: '1', most: '1' }] }],
  ['deductions.0.above', { deductions: [{ metric: 'x', above: '-1', each: '1', most: '1' }] }],
  ['deductions.0.each', { deductions: [{ metric: 'x', most: '1' }] }],
  ['deductions.0.most', { deductions: [{ metric: 'x', each: '1' }] }],
  ['floors.0.metric', { floors: [{ least: '1', deduct: '1' }] }],
  ['floors.0.least', { floors: [{ metric: 'x', deduct: '1' }] }],
  ['floors.0.deduct', { floors: [{ metric: 'x', least: '1' }] }],
  ['floors.0.most', { floors: [{ metric: 'x', least: '1', deduct: '1', most: '1' }] }],
  ['red.last', { red: { last: 3 } }],
  ['red.first', { red: {} }],
  ['red.first', { red: { first: 101 } }],
  ['red.title.zh', { red: { first: 1, title: { en: 'x' } } }],
  ['black.last', { black: {} }],
  ['black.first', { black: { first: 1 } }],
])('%s is refused: %j', (field, more) =>
  expect(() => read(more)).toThrow(expect.objectContaining({ code: 'board-invalid', field })),
);

it('a score says what each line gave and took', () => {
  const board = {
    ...read({
      deductions: [{ metric: 'backlog', above: '2', each: '1', most: '9' }],
      floors: [{ metric: 'leads', least: '3', deduct: '4' }],
    }),
    version: 1,
  };
  const lines = (values: Readonly<Record<string, string>>) =>
    scoreOf(board, (metric) => (values[metric] === undefined ? null : decimalFraction(values[metric]))).lines.map(
      ({ kind, metric, reached, points }) => [kind, metric, reached && decimalOf(reached), decimalOf(points)],
    );
  expect(lines({ signed: '5', backlog: '3', leads: '2' })).toEqual([
    ['measure', 'signed', '5.00', '20.00'],
    ['deduction', 'backlog', '3.00', '-1.00'],
    ['floor', 'leads', '2.00', '-4.00'],
  ]);
  expect(lines({ signed: '-5', backlog: '1', leads: '3' }).map(([, , , points]) => points)).toEqual([
    '0.00',
    '0.00',
    '0.00',
  ]);
  expect(lines({})).toEqual([
    ['measure', 'signed', null, '0.00'],
    ['deduction', 'backlog', null, '0.00'],
    ['floor', 'leads', '0.00', '-4.00'],
  ]);
});

it('boards of several names have versions of their own, and what a month may be frozen of is that name’s', () => {
  const today = isoDate('2023-07-03');
  const first = publishBoard({ name: 'a', measures: [measure] }, foldBoards([]), today);
  const both = foldBoards([...first, ...publishBoard({ name: 'b', measures: [measure] }, foldBoards(first), today)]);
  expect([boardNamed(both, 'a').version, boardNamed(both, 'b').version]).toEqual([1, 1]);
  expect(() => boardNamed(both, 'a', 2)).toThrow(expect.objectContaining({ code: 'board-unknown' }));
  const boards = { ...both, frozen: [{ name: 'a', month: '2023-06' } as FrozenBoard] };
  const why = (name: string, month: string, on = today) => whyNotFreezable(boards, name, month, on);
  expect([why('a', '2023-06'), why('b', '2023-06'), why('a', '2023-05')]).toEqual(['board-frozen-already', null, null]);
  expect([why('b', '2023-06', isoDate('2023-06-30')), why('b', '2023-06', isoDate('2023-07-01'))]).toEqual([
    'board-month-not-over',
    null,
  ]);
});
