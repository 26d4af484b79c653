import { placesOf } from './places.ts';

const moved = { last: 50n, place: 20n }; // fifty positions of another log stand on the first twenty places of this server
const again = { last: 90n, place: 45n };
const behind = { last: 30n, place: 700n }; // the server was written to before

it('in a log that was never moved position and place are one', () => {
  const places = placesOf([]);
  expect([places.positionAt(7n, undefined), places.placeAt(7n), places.placeAt(0n)]).toEqual([7n, 7n, 0n]);
  places.remember(7n, 3n);
  expect(places.placeAt(7n)).toBe(7n);
});

it('what was brought keeps the position that it had; what is recorded afterwards follows on it', () => {
  const { positionAt } = placesOf([moved]);
  expect(positionAt(20n, '50')).toBe(50n);
  expect([positionAt(20n, undefined), positionAt(21n, undefined), positionAt(25n, undefined)]).toEqual([20n, 51n, 55n]);
});

it('a log that was moved twice goes on from its last move, and what stood between the two from the first', () => {
  const { positionAt, placeAt } = placesOf([moved, again]);
  expect([positionAt(30n, undefined), positionAt(46n, undefined)]).toEqual([60n, 91n]);
  expect([placeAt(91n), placeAt(100n)]).toEqual([46n, 55n]);
});

it('where the server stands further than the log that was brought, positions follow the places', () => {
  const { positionAt, placeAt } = placesOf([behind]);
  expect(positionAt(701n, undefined)).toBe(701n);
  expect(placeAt(701n)).toBe(701n);
});

it('a place among what was brought has to be looked for, unless it is the last of a move or was met lately', () => {
  const places = placesOf([moved, again]);
  expect([places.placeAt(50n), places.placeAt(90n), places.placeAt(49n), places.placeAt(0n)]).toEqual([
    20n,
    45n,
    null,
    0n,
  ]);
  places.remember(49n, 19n);
  expect(places.placeAt(49n)).toBe(19n);
  expect(places.placeAt(48n)).toBeNull();
});

it('a place that was met lately is told once: who reads on from it learns the next', () => {
  const places = placesOf([moved]);
  places.remember(50n, 20n);
  places.remember(12n, 4n);
  expect([places.placeAt(12n), places.placeAt(12n)]).toEqual([4n, null]);
});
