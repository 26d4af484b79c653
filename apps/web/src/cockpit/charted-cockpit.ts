import {
  colourSeries,
  drawnYi,
  HOUSE_PAINT,
  said,
  WORST_FIRST,
  type Charted,
  type ChartedRow,
} from '../charts/charted.ts';
import { MARKS } from '../words/marks.ts';
import { PAINT, WORDS, type Language } from '../words/words.ts';
import { ageWords, STEP_NAMES, yearWords } from './cockpit-words.ts';
import { mondayOf } from '../forward/coming.ts';
import { figureAddress } from '../numbers/figure-address.ts';
import { addressOf, type Cockpit, type Shown } from './cockpit-queries.ts';

const byColour = (bin: Cockpit['live'], shown: Shown): ChartedRow['values'] =>
  WORST_FIRST.map((colour) => {
    const { total, contracted } = bin.colours[colour];
    return {
      drawn: total,
      said: String(total),
      exact: contracted.length === 0 ? String(total) : `${total} · ${said(contracted)}`,
      to: addressOf(bin, shown, colour),
    };
  });

/** The backlog by its years of signing, the earliest first, in the five colours. */
export const chartedYears = ({ backlogYears }: Cockpit, shown: Shown, language: Language): Charted => ({
  head: WORDS.signingYear[language],
  series: colourSeries(language),
  stacked: true,
  rows: [...backlogYears].reverse().map((bin) => ({
    key: String(bin.year),
    label: yearWords(bin.year, bin.earlier)[language],
    values: byColour(bin, shown),
  })),
});

export const chartedAges = ({ backlogAges }: Cockpit, shown: Shown, language: Language): Charted => ({
  head: WORDS.sinceSigning[language],
  series: colourSeries(language),
  stacked: true,
  rows: backlogAges.map((bin) => ({
    key: String(bin.fromMonths),
    label: ageWords(bin.fromMonths, bin.toMonths)[language],
    values: byColour(bin, shown),
  })),
});

/** What falls due and what turns red, week by week. It opens the view ahead, which knows today only. */
export const chartedWeeks = ({ weeks }: Cockpit, { asOf, unit, leader }: Shown, language: Language): Charted => ({
  head: WORDS.week2[language],
  series: [
    { key: 'dues', name: WORDS.clocksDue[language], paint: PAINT.blue, fill: 'horizontal' },
    { key: 'reds', name: WORDS.turnRed[language], paint: PAINT.red, fill: 'solid' },
  ],
  rows: weeks.map(({ from, to, dues, reds }) => {
    const place =
      asOf === null && leader === null
        ? { to: `/forward?days=90&week=${mondayOf(from)}${unit === null ? '' : `&unit=${unit}`}` }
        : {};
    return {
      key: from,
      label: `${from.slice(5)} – ${to.slice(5)}`,
      values: [
        { drawn: dues, said: String(dues), ...place },
        { drawn: reds, said: String(reds), ...place },
      ],
    };
  }),
});

/** A count as a share of another, half up to one place. */
const share = (part: number, whole: number): string => {
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return whole === 0 ? '' : ` · ${Math.floor(tenths / 10)}.${tenths % 10} %`;
};

/** Of what was signed, how much has come how far. */
export const chartedSteps = ({ steps }: Cockpit, shown: Shown, language: Language): Charted => {
  const whole = steps[0]?.total ?? 0;
  return {
    head: WORDS.step[language],
    series: [{ key: 'projects', name: WORDS.projects[language], paint: HOUSE_PAINT[0], fill: 'solid' }],
    lying: true,
    rows: steps.map((bin, index) => ({
      key: String(index),
      label: STEP_NAMES[index]![language],
      values: [
        {
          drawn: bin.total,
          said: `${bin.total}${index === 0 ? '' : share(bin.total, whole)}`,
          exact: `${bin.total}${index === 0 ? '' : share(bin.total, whole)} · ${said(bin.contracted)}`,
          to: addressOf(bin, shown),
        },
      ],
    })),
  };
};

/** The figure of a month, opened; figures are told apart by unit, not by leader. */
const figure = (metric: string, month: string, shown: Shown): { readonly to?: string } =>
  shown.leader === null ? { to: figureAddress(metric, { ...shown, period: month }) } : {};

/** 2026-11 up to a day of it: what runs is not taken for a whole month. On a line of its own, for which a phone has room. */
const soFar = (month: string, to: string): string =>
  to.startsWith(month) ? `${month}\n1–${Number(to.slice(8))}` : month;

/** The same days of the year before: what the month that still runs is held against. */
export const sameDaysWords = ({ sameDays }: Cockpit, language: Language): string => {
  const { colon, comma } = MARKS[language];
  const { month, to, signedAmount, domesticArrived, started } = sameDays;
  const told = [
    `${WORDS.signedSum[language]} ${said(signedAmount)}`,
    `${WORDS.domesticArrived[language]} ${said(domesticArrived)}`,
    `${WORDS.startedCount[language]} ${started}`,
  ];
  return `${WORDS.lastYear[language]} ${soFar(month, to)}${colon}${told.join(comma)}`;
};

/** Signed, arrived and started, month by month; each opens the figure of its month. */
export const chartedMonths = ({ asOf, months }: Cockpit, shown: Shown, language: Language): Charted => ({
  head: WORDS.month[language],
  series: [
    { key: 'signed', name: WORDS.signedYi[language], paint: HOUSE_PAINT[0], fill: 'solid' },
    { key: 'arrived', name: WORDS.arrivedYi[language], paint: HOUSE_PAINT[1], fill: 'diagonal' },
    { key: 'started', name: WORDS.startedCount[language], paint: HOUSE_PAINT[2], fill: 'solid', line: true },
  ],
  rows: months.map(({ month, signedAmount, domesticArrived, started }) => ({
    key: month,
    label: soFar(month, asOf),
    values: [
      { drawn: drawnYi(signedAmount), said: said(signedAmount), ...figure('signed-amount', month, shown) },
      { drawn: drawnYi(domesticArrived), said: said(domesticArrived), ...figure('domestic-arrived', month, shown) },
      { drawn: started, said: String(started), ...figure('started', month, shown) },
    ],
  })),
});
