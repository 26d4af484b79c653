import { barsOf, spanOf } from './bars-of.ts';

const DAY = '2024-12-31';
const late = { signedOn: '2024-01-01', agreedStart: '2024-03-31', startedOn: null };
const done = { signedOn: '2024-01-01', agreedStart: '2024-12-31', startedOn: '2024-07-01' };

it('draws the promise beside what became of it; what has not started runs until the day shown', () => {
  const span = spanOf([late, done], DAY);
  expect(span).toEqual({ from: '2024-01-01', to: DAY });
  const drawn = (of: typeof late | typeof done) =>
    barsOf(of, span, DAY).map(({ kind, width }) => [kind, Math.round(width)]);
  expect(drawn(late)).toEqual([
    ['promised', 25],
    ['open', 100],
  ]);
  expect(drawn(done)).toEqual([
    ['promised', 100],
    ['real', 50],
  ]);
});

it('draws nothing before the signing, and one day as no width', () => {
  expect(barsOf({ signedOn: null }, { from: DAY, to: DAY }, DAY)).toEqual([]);
  expect(barsOf({ signedOn: DAY }, { from: DAY, to: DAY }, DAY)).toEqual([{ kind: 'open', left: 0, width: 0 }]);
});
