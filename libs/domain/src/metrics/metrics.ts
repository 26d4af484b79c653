/** What can be counted: a fact of a project on its business day, or a state of projects on a day. */
export const COUNTABLES = [
  'lead',
  'pre-review',
  'signing',
  'start',
  'entry',
  'arrival',
  'backlog',
  'outreach',
] as const;
export type Countable = (typeof COUNTABLES)[number];

/** Which of them: each condition looks at the project, or the fact, as of the day that the figure stands for. */
export type Condition =
  | 'started' // the project's start has been certified
  | 'valuable' // the lead was screened as valuable
  | 'passed' // the pre-review was passed
  | 'domestic' // the money comes from within the country
  | 'foreign' // … from abroad
  | 'signed-in-window' // the arrival is on a project signed in the window
  | 'signed-this-year' // … in the calendar year in which the period ends
  | 'signed-earlier' // … in a year before
  | 'trip' // the outreach was a day of a trip
  | 'firm' // … a visit to a firm
  | 'received'; // … a reception of one

/** Which days count: the period, the cohort that the definition names (the period, or its year up to its end), three calendar years up to its end, every day up to its end, its last day, or the day before it begins. */
export type Window = 'period' | 'cohort' | 'three-years' | 'until-end' | 'at-end' | 'at-beginning';

/** What a filter of a bureau's own metric may look at, and what of it are amounts in 元, compared by size. */
export const FILTER_TEXTS = [
  'unit',
  'region',
  'chain',
  'industry',
  'tags',
  'landMode',
  'origin',
  'responsible',
  'steward',
] as const;
export const FILTER_AMOUNTS = ['contracted', 'fixedAssets'] as const;
export type Filter =
  | { readonly field: (typeof FILTER_TEXTS)[number]; readonly is: readonly string[] }
  | { readonly field: (typeof FILTER_AMOUNTS)[number]; readonly from?: string; readonly to?: string };

/** A count, or a sum of money, of what happened in a window. */
export interface Part {
  readonly of: Countable;
  readonly measure: 'count' | 'amount';
  readonly window: Window;
  readonly where: readonly Condition[];
  readonly filter?: readonly Filter[]; // of the project, as it stands on the day that the figure stands for
}

export type Formula = { readonly value: Part } | { readonly numerator: Part; readonly denominator: Part };

/** In what a metric is told, and its target set. */
export type Measure = 'money' | 'count' | 'percent';

/** A ratio in percent, a sum as money, anything else counted. */
export const measuredIn = (formula: Formula): Measure => {
  if ('numerator' in formula) return 'percent';
  return formula.value.measure === 'amount' ? 'money' : 'count';
};

const count = (of: Countable, window: Window = 'period', ...where: Condition[]): Part => ({
  of,
  measure: 'count',
  window,
  where,
});
const amount = (of: Countable, window: Window = 'period', ...where: Condition[]): Part => ({
  of,
  measure: 'amount',
  window,
  where,
});

/** The metrics of every bureau, by the key that scripts use (README, "Metrics"). A bureau's own metrics are formulas of the same parts. */
// prettier-ignore
export const METRICS = {
  'signed':                    { value: count('signing') },
  'signed-amount':             { value: amount('signing') },
  'started':                   { value: count('start') },
  'started-amount':            { value: amount('start') },
  'start-rate':                { numerator: count('signing', 'cohort', 'started'), denominator: count('signing', 'cohort') },
  'three-year-start-rate':     { numerator: count('signing', 'three-years', 'started'), denominator: count('signing', 'three-years') },
  'funds-in-place-rate':       { numerator: amount('arrival', 'until-end', 'signed-in-window'), denominator: amount('signing', 'cohort') },
  'domestic-arrived':          { value: amount('arrival', 'period', 'domestic') },
  'foreign-arrived':           { value: amount('arrival', 'period', 'foreign') },
  'new-project-arrived':       { value: amount('arrival', 'period', 'signed-this-year') },
  'carried-over-arrived':      { value: amount('arrival', 'period', 'signed-earlier') },
  'all-arrived':               { value: amount('arrival') },
  'backlog':                   { value: count('backlog', 'at-end') },
  'backlog-cleared':           { numerator: count('backlog', 'at-beginning', 'started'), denominator: count('backlog', 'at-beginning') },
  'leads':                     { value: count('lead') },
  'valuable-information-rate': { numerator: count('lead', 'period', 'valuable'), denominator: count('lead') },
  'pre-review-pass-rate':      { numerator: count('pre-review', 'period', 'passed'), denominator: count('pre-review') },
  'entered':                   { value: count('entry') },
  'outreach-days':             { value: count('outreach', 'period', 'trip') },
  'firms-visited':             { value: count('outreach', 'period', 'firm') },
} as const satisfies Readonly<Record<string, Formula>>;
export type MetricKey = keyof typeof METRICS;

/** Told where it is asked for by name, and in the structure of what arrived; in the table it would be the sum of two columns beside it. */
export const NOT_IN_TABLE: readonly string[] = ['all-arrived'] satisfies MetricKey[];
export const isMetricKey = (text: string): text is MetricKey => Object.hasOwn(METRICS, text);
