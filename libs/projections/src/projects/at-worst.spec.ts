import fc from 'fast-check';
import { addDays, CLOCK_NAMES, worstOn, type ClockState, type Colour, type IsoDate } from '#domain';
import { atWorst } from './at-worst.ts';
import { whyUnlayable } from './layable.ts';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';

const FIRST = '2026-01-01' as IsoDate;
const dayOf = (offset: number): IsoDate => addDays(FIRST, offset);
const number = (day: IsoDate): bigint => BigInt((Date.parse(day) - Date.parse('1900-01-01')) / 86_400_000);

/** A clock with these first days of blue, yellow, orange and red; null: it never comes to that colour. */
const clockOf = (name: number, offsets: readonly (number | null)[]): ClockState => ({
  clock: CLOCK_NAMES[name]!,
  baseDue: null,
  due: null,
  crossings: (['blue', 'yellow', 'orange', 'red'] as const).flatMap((colour: Exclude<Colour, 'green'>, at) => {
    const offset = offsets[at] ?? null;
    return offset === null ? [] : [{ colour, on: dayOf(offset) }];
  }),
  pauses: [],
});

/** The clocks that the last step up to a day names. */
const namedBy = (steps: readonly string[], day: IsoDate): readonly string[] => {
  const last = steps.map(BigInt).findLast((step) => step >> 16n <= number(day)) ?? 0n;
  return CLOCK_NAMES.filter((_, bit) => (last >> BigInt(bit)) % 2n !== 0n);
};

const offset = fc.option(fc.integer({ min: -20, max: 20 }), { freq: 4 });
const clocks = fc
  .uniqueArray(fc.integer({ min: 0, max: CLOCK_NAMES.length - 1 }), { maxLength: 6 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.tuple(offset, offset, offset, offset).map((at) => clockOf(name, at)))),
  );

it('names on every day of a row the clocks that decide its colour, and no other', () =>
  fc.assert(
    fc.property(clocks, fc.integer({ min: -25, max: 25 }), fc.nat(50), (running, from, later) => {
      const day = dayOf(from + later);
      const { clock, alsoAtWorst } = worstOn(running, day);
      const deciding = CLOCK_NAMES.filter((name) => name === clock || alsoAtWorst.includes(name));
      expect(namedBy(atWorst(running, dayOf(from)), day)).toEqual(deciding);
    }),
  ));
it('keeps a step only where other clocks decide, and none of before the row', () => {
  const [first, second] = [clockOf(3, [-9, 2, 5, null]), clockOf(4, [-5, null, null, 5])];
  const both = 2 ** 3 + 2 ** 4;
  const step = (day: IsoDate, bits: number): string => String(number(day) * 65_536n + BigInt(bits));
  expect(atWorst([first, second], FIRST)).toEqual([step(FIRST, both), step(dayOf(2), 2 ** 3), step(dayOf(5), 2 ** 4)]);
  expect(atWorst([first], FIRST)).toEqual([step(FIRST, 2 ** 3)]);
  expect(atWorst([], FIRST)).toEqual([]);
});
it('goes in order also before 1900', () => {
  const running = [{ ...clockOf(0, []), crossings: [{ colour: 'red' as const, on: '0001-02-03' as IsoDate }] }];
  expect(Number(atWorst(running, '0001-02-03' as IsoDate)[0])).toBeLessThan(0);
  expect(namedBy(atWorst(running, '0001-02-03' as IsoDate), FIRST)).toEqual([CLOCK_NAMES[0]]);
});
it('has its room in the index entry in which texts stand, too', () => {
  const nothing: Record<string, unknown> = Object.fromEntries(Object.keys(ROW_COLUMNS).map((name) => [name, null]));
  const rowWith = (running: readonly ClockState[]): ProjectRow =>
    ({ ...nothing, code: 'x'.repeat(2_385), at_worst: atWorst(running, FIRST) }) as ProjectRow;
  expect(whyUnlayable(rowWith([]))).toBeNull();
  expect(whyUnlayable(rowWith([clockOf(0, [1]), clockOf(1, [2])]))).toMatch(/too long together$/);
});
