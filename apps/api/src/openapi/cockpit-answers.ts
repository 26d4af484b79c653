import { COLOURS } from '#domain';
import { count, day, flag, instant, listOf, object, orNull, ref, text, type Schema } from './schema.ts';

const COUNTED = { total: count, contracted: listOf(ref('Money')) };
const BIN = {
  list: text,
  where: listOf(text),
  ...COUNTED,
  colours: object(Object.fromEntries(COLOURS.map((one) => [one, object(COUNTED)]))),
};

/** What happened in a month. */
const MONTH = {
  month: text,
  signed: count,
  signedAmount: listOf(ref('Money')),
  started: count,
  domesticArrived: listOf(ref('Money')),
};

/** What the cockpit answers: each number with the list and the conditions that it opens. */
export const COCKPIT_ANSWERS: Readonly<Record<string, Schema>> = {
  CockpitBin: object(BIN),
  Cockpit: object({
    asOf: day,
    asKnown: instant,
    position: count,
    live: ref('CockpitBin'),
    lists: listOf(ref('CockpitBin')),
    backlogYears: listOf(object({ ...BIN, year: count, earlier: flag })),
    backlogAges: listOf(object({ ...BIN, fromMonths: count, toMonths: orNull(count) })),
    steps: listOf(ref('CockpitBin')),
    weeks: listOf(object({ from: day, to: day, dues: count, reds: count })),
    months: listOf(object(MONTH)),
    sameDays: object({ ...MONTH, to: day }),
  }),
};
