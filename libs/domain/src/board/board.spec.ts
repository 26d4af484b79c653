import fc from 'fast-check';
import type { IsoDate } from '../dates.ts';
import { decimalFraction, decimalOf, wholeOf, type Fraction } from '../metrics/fraction.ts';
import { boardNamed, foldBoards, freezeBoard, publishBoard } from './boards.ts';
import type { BoardEvent, FrozenBoard } from './events.ts';
import { readBoard } from './read-board.ts';
import type { BoardRejectionCode } from './rejections.ts';
import { placesOf, scoreOf } from './score.ts';

const today = '2023-07-03' as IsoDate;
const DOCUMENT = {
  name: '龙虎榜',
  measures: [
    { metric: 'signed', points: '40', full: '10', cap: '50' },
    { metric: 'signed-amount', of: 'progress', points: '60' },
  ],
  deductions: [{ metric: 'backlog', above: '2', each: '1.5', most: '5' }],
  floors: [{ metric: 'leads', least: '3', deduct: '10' }],
};
const board = { ...readBoard(DOCUMENT), version: 1 };
const scored = (values: Readonly<Record<string, string>>): string =>
  decimalOf(
    scoreOf(board, (metric) => {
      const value = values[metric];
      return value === undefined ? null : decimalFraction(value);
    }).total,
  );

it.each([
  ['in proportion to the full value', { signed: '5', leads: '3' }, '20.00'],
  ['beyond it up to the cap', { signed: '100', leads: '3' }, '50.00'],
  ['of the target by its percent', { 'signed-amount': '75', leads: '3' }, '45.00'],
  ['less what stands above the bound, up to the most', { signed: '10', backlog: '4', leads: '3' }, '37.00'],
  ['… at most', { signed: '10', backlog: '40', leads: '3' }, '35.00'],
  ['less a floor that was missed', { signed: '10', leads: '2' }, '30.00'],
  ['and never below zero', { backlog: '40' }, '0.00'],
])('points are given %s', (_what, values, expected) => expect(scored(values)).toBe(expected));

it('equal scores share a place and say so; who scored nothing has none', () => {
  const scores = ['3', '7', '3', '0'].map(decimalFraction);
  expect(placesOf(scores)).toEqual([
    { rank: 2, tied: true },
    { rank: 1, tied: false },
    { rank: 2, tied: true },
    { rank: null, tied: false },
  ]);
});

it('places do not depend on the order in which units are asked', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (values, dice) => {
        const scores: Fraction[] = values.map((value) => wholeOf(BigInt(value)));
        const order = values.map((_, index) => index);
        for (let at = order.length - 1; at > 0; at -= 1) {
          const other = Number(dice.next().value) % (at + 1);
          [order[at], order[other]] = [order[other]!, order[at]!];
        }
        const plain = placesOf(scores);
        expect(placesOf(order.map((index) => scores[index]!))).toEqual(order.map((index) => plain[index]));
      },
    ),
  ));

it('a board has versions; said again it is none', () => {
  const first = publishBoard(DOCUMENT, foldBoards([]), today);
  const standing = foldBoards(first);
  expect(publishBoard(JSON.parse(JSON.stringify(DOCUMENT)), standing, today)).toEqual([]);
  const second = publishBoard({ ...DOCUMENT, floors: [] }, standing, today);
  const both = foldBoards([...first, ...second]);
  expect([boardNamed(both, '龙虎榜').version, boardNamed(both, '龙虎榜', 1).floors.length]).toEqual([2, 1]);
});

it.each<readonly [string, object]>([
  ['measures', { name: 'x', measures: [] }],
  ['measures.0.full', { name: 'x', measures: [{ metric: 'signed', points: '40' }] }],
  ['measures.0.points', { name: 'x', measures: [{ metric: 'signed', points: '0', full: '10' }] }],
  ['leagues', { ...DOCUMENT, leagues: [1, 2].map((name) => ({ name: `${name}`, units: ['01'] })) }],
  ['board.colour', { ...DOCUMENT, colour: 'red' }],
  ['red.first', { ...DOCUMENT, red: { first: -1 } }],
])('%s: a board that nobody could compute is refused by its field', (field, document) =>
  expect(() => readBoard(document)).toThrow(expect.objectContaining({ code: 'board-invalid', field })),
);

const june: FrozenBoard = {
  name: 'x',
  version: 1,
  month: '2023-06',
  position: '9',
  asOf: '2023-06-30' as IsoDate,
  definition: { name: 'default', version: 1 },
  hash: '',
};
const frozen: BoardEvent = { type: 'BoardFrozen', occurredOn: today, data: june };
// Every rule has its line here: a new code does not compile without one.
const refusals: Record<BoardRejectionCode, () => unknown> = {
  'board-invalid': () => readBoard(null),
  'board-unknown': () => boardNamed(foldBoards([]), 'x'),
  'board-month-not-over': () => freezeBoard(foldBoards([]), { ...june, month: '2023-07' }, today),
  'board-frozen-already': () => freezeBoard(foldBoards([frozen]), june, today),
};
it.each(Object.entries(refusals))('%s is refused', (code, scenario) =>
  expect(scenario).toThrow(expect.objectContaining({ code })),
);
