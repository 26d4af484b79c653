import { CLOCK_NAMES, daysBetween, type ClockState, type Colour, type IsoDate } from '#domain';

const FIRST_DAY = '1900-01-01' as IsoDate;
const ROOM = 65_536; // for a bit of each clock: above them stands the day

const WORSE: readonly Colour[] = ['blue', 'yellow', 'orange', 'red'];

/**
 * Which clocks stand at the project's own colour, in steps: a number for each day from which they are others, in order, from the day `on` on. A step is
 * the day since 1900 and a bit for each clock, so that the one that holds on a day is found by halving, without taking the packed clocks apart.
 */
export const atWorst = (clocks: readonly ClockState[], on: IsoDate): readonly string[] => {
  const crossed = clocks
    .flatMap(({ clock, crossings }) =>
      crossings.map((crossing) => ({
        day: crossing.on > on ? crossing.on : on,
        rank: WORSE.indexOf(crossing.colour),
        bit: 1 << CLOCK_NAMES.indexOf(clock),
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const standing = WORSE.map(() => 0);
  const steps: { readonly day: IsoDate; readonly bits: number }[] = [];
  let worst = -1;
  for (const { day, rank, bit } of crossed) {
    standing[rank]! |= bit;
    worst = Math.max(worst, rank);
    if (steps.at(-1)?.day === day) steps.pop();
    const bits = standing[worst]!;
    if (steps.at(-1)?.bits !== bits) steps.push({ day, bits });
  }
  return steps.map(({ day, bits }) => String(daysBetween(FIRST_DAY, day) * ROOM + bits));
};

/** Whether a clock stands at the project's own colour on the day of the placeholder; for green no clock does. `clock`: its place among the clocks. */
export const atWorstSql = (clock: number, day: string): string =>
  `coalesce(at_worst[width_bucket((${day} - date '${FIRST_DAY}')::bigint * ${ROOM} + ${ROOM - 1}, at_worst)] & ${1 << clock} <> 0, false)`;
