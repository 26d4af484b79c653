/** What can be counted: a fact of a project on its business day, or a state of projects on a day. */
export type Countable = 'lead' | 'pre-review' | 'signing' | 'start' | 'entry' | 'arrival' | 'backlog' | 'outreach';

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
  | 'firm'; // the outreach was a visit to a firm

/** Which days count: the period, three calendar years up to its end, every day up to its end, its last day, or the day before it begins. */
export type Window = 'period' | 'three-years' | 'until-end' | 'at-end' | 'at-beginning';

/** A count, or a sum of money, of what happened in a window. Shares of one `cohort` look at the same projects. */
export interface Part {
  readonly of: Countable;
  readonly measure: 'count' | 'amount';
  readonly window: Window;
  readonly where: readonly Condition[];
}

export type Formula = { readonly value: Part } | { readonly numerator: Part; readonly denominator: Part };

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
  'start-rate':                { numerator: count('signing', 'period', 'started'), denominator: count('signing') },
  'three-year-start-rate':     { numerator: count('signing', 'three-years', 'started'), denominator: count('signing', 'three-years') },
  'funds-in-place-rate':       { numerator: amount('arrival', 'until-end', 'signed-in-window'), denominator: amount('signing') },
  'domestic-arrived':          { value: amount('arrival', 'period', 'domestic') },
  'foreign-arrived':           { value: amount('arrival', 'period', 'foreign') },
  'new-project-arrived':       { value: amount('arrival', 'period', 'signed-this-year') },
  'carried-over-arrived':      { value: amount('arrival', 'period', 'signed-earlier') },
  'backlog':                   { value: count('backlog', 'at-end') },
  'backlog-cleared':           { numerator: count('backlog', 'at-beginning', 'started'), denominator: count('backlog', 'at-beginning') },
  'leads':                     { value: count('lead') },
  'valuable-information-rate': { numerator: count('lead', 'period', 'valuable'), denominator: count('lead') },
  'pre-review-pass-rate':      { numerator: count('pre-review', 'period', 'passed'), denominator: count('pre-review') },
  'entered':                   { value: count('entry') },
  'outreach-days':             { value: count('outreach') },
  'firms-visited':             { value: count('outreach', 'period', 'firm') },
} as const satisfies Readonly<Record<string, Formula>>;
export type MetricKey = keyof typeof METRICS;
export const isMetricKey = (text: string): text is MetricKey => Object.hasOwn(METRICS, text);
