import { addDays, addMonths, FIRST_DAY, yearOf, type IsoDate } from '#domain';

/** A list, or a part of it by the conditions of the list's own address: what a number of the cockpit opens. */
export interface OpenBin {
  readonly list: string;
  readonly where: readonly string[];
}
export interface YearBin extends OpenBin {
  readonly year: number;
  readonly earlier: boolean; // this year and all before it
}
export interface AgeBin extends OpenBin {
  readonly fromMonths: number;
  readonly toMonths: number | null; // exclusive; null: without end
}

const BACKLOG = 'signed-not-started';
const YEARS = 5;
/** Whole months since signing at which a band begins. */
const AGES = [0, 3, 6, 12, 24] as const;

/** What every bureau looks at first (libs/domain/README.md, "Lists"). */
export const FIVE_LISTS: readonly OpenBin[] = [
  'negotiation',
  'signed',
  'started',
  'signing-next-month',
  'city-coordination',
].map((list) => ({ list, where: [] }));

/** Of what was signed: how much of it started, entered the statistics, and has received funds. */
export const STEPS: readonly OpenBin[] = [
  { list: 'signed', where: [] },
  ...['startedOn', 'enteredOn', 'fundsOn'].map((field) => ({ list: 'signed', where: [`${field}>=${FIRST_DAY}`] })),
];

/** The backlog by the year of signing, the latest first; the last one holds all before it too. */
export const backlogYears = (day: IsoDate): readonly YearBin[] =>
  Array.from({ length: YEARS }, (_, ago): YearBin => {
    const year = yearOf(day) - ago;
    const earlier = ago === YEARS - 1;
    return {
      list: BACKLOG,
      where: earlier ? [`signedOn<=${year}-12-31`] : [`signingYear=${year}`],
      year,
      earlier,
    };
  });

/** The last day from which `months` whole months had passed on `day`: of 2024-02-29 and 3 months, 2023-11-30. */
const lastSigned = (day: IsoDate, months: number): IsoDate => {
  let last = addMonths(day, -months);
  while (addMonths(addDays(last, 1), months) <= day) last = addDays(last, 1);
  return last;
};

/** The backlog by whole months since signing. */
export const backlogAges = (day: IsoDate): readonly AgeBin[] =>
  AGES.map((fromMonths, index): AgeBin => {
    const toMonths = AGES[index + 1] ?? null;
    return {
      list: BACKLOG,
      where: [
        `signedOn<=${lastSigned(day, fromMonths)}`,
        ...(toMonths === null ? [] : [`signedOn>=${addDays(lastSigned(day, toMonths), 1)}`]),
      ],
      fromMonths,
      toMonths,
    };
  });
