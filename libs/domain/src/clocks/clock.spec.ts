import type { IsoDate } from '../dates.ts';
import type { Colour } from '../policy/policy.ts';
import { colourOf, daysLateOn, worstOn, type ClockState } from './clock.ts';
import type { ClockName } from './names.ts';

const day = (text: string): IsoDate => text as IsoDate;
type Crossing = readonly [colour: Exclude<Colour, 'green'>, on: string];
const clock = (
  name: ClockName,
  baseDue: string | null,
  crossings: readonly Crossing[],
  more: Partial<ClockState> = {},
): ClockState => ({
  clock: name,
  baseDue: baseDue as IsoDate | null,
  due: baseDue as IsoDate | null,
  crossings: crossings.map(([colour, on]) => ({ colour, on: day(on) })),
  pauses: [],
  ...more,
});
const start = clock('agreed-start', '2026-03-01', [
  ['blue', '2026-01-30'],
  ['yellow', '2026-03-02'],
  ['orange', '2026-04-01'],
  ['red', '2026-05-31'],
]);

it('a colour begins on its first day and holds until a worse one comes', () => {
  const days = ['2026-01-29', '2026-01-30', '2026-03-01', '2026-03-02', '2026-04-01', '2026-05-30', '2026-05-31'];
  expect(days.map((one) => colourOf(start, day(one)))).toEqual([
    'green',
    'blue',
    'blue',
    'yellow',
    'orange',
    'orange',
    'red',
  ]);
});
it('the worst colour that has come stays, in whatever order the colours came', () => {
  const odd = clock('no-progress', '2026-03-01', [
    ['red', '2026-03-02'],
    ['yellow', '2026-03-05'],
  ]);
  expect(colourOf(odd, day('2026-03-06'))).toBe('red');
});
it('days late are below nothing before the due day and stand still while a pause runs', () => {
  const paused = { ...start, pauses: [{ from: day('2026-03-11'), to: day('2026-03-20') }] };
  const days = ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11', '2026-03-20', '2026-03-21'];
  expect(days.map((one) => daysLateOn(paused, day(one)))).toEqual([-1, 0, 9, 9, 9, 10]);
  expect(daysLateOn({ ...start, baseDue: null }, day('2026-03-10'))).toBeNull();
});

describe('the colour of a project', () => {
  const red = (name: ClockName, due: string | null) => clock(name, due, [['red', '2026-01-01']]);
  const asked = day('2026-06-01');

  it('is that of its worst clock, with its due day and the days it is late', () => {
    const entry = clock('statistical-entry', '2026-04-20', [['yellow', '2026-04-21']]);
    expect(worstOn([entry, start], asked)).toEqual({
      colour: 'red',
      clock: 'agreed-start',
      alsoAtWorst: [],
      due: '2026-03-01',
      daysLate: 92,
    });
    expect(worstOn([start, entry], day('2026-04-25'))).toMatchObject({ colour: 'orange', clock: 'agreed-start' });
    expect(worstOn([start, entry], day('2026-03-31'))).toMatchObject({ colour: 'yellow', clock: 'agreed-start' });
  });
  it('is green without a running clock, and where none has a colour yet; then no clock is named', () => {
    const green = { colour: 'green', clock: null, alsoAtWorst: [], due: null, daysLate: null };
    expect(worstOn([], asked)).toEqual(green);
    expect(worstOn([start], day('2026-01-29'))).toEqual(green);
  });
  it('names of several at the worst the one longest overdue first, ties by the order of the table, and lists the others', () => {
    const late = [
      red('start-floor', '2026-03-31'),
      red('signed-one-year', '2026-02-01'),
      red('agreed-start', '2026-03-31'),
    ];
    expect(worstOn([...late, clock('no-progress', '2025-01-01', [['yellow', '2025-01-02']])], asked)).toMatchObject({
      clock: 'signed-one-year',
      alsoAtWorst: ['agreed-start', 'start-floor'],
      due: '2026-02-01',
      daysLate: 120,
    });
  });
  it('names a clock without a due day last', () =>
    expect(
      worstOn([red('agreed-start', null), red('start-floor', '2026-08-01'), red('no-progress', null)], asked),
    ).toMatchObject({
      clock: 'start-floor',
      alsoAtWorst: ['no-progress', 'agreed-start'],
    }));
});
