import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { Length } from './length.ts';
import { DEFAULT_DEADLINES, type Deadlines } from './deadlines.ts';
import { DEFAULT_SECOND_PERSON, type SecondPerson } from './second-person.ts';

/** From the mildest to the worst. */
export const COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

/** How one clock runs. Every number here may be edited; which events start and stop a clock is fixed by its name. */
export interface ClockRule {
  readonly length: Length | null; // null: the date comes from the project
  readonly own?: {
    readonly yellow?: Length;
    readonly orange?: Length;
    readonly red?: Length;
    readonly withdrawal?: Length;
    readonly blueAfter?: Length;
  }; // own colours, from the start of the clock
  readonly pausedByHold: boolean;
  readonly ladder?: Readonly<Partial<Record<Rung, OwnRung>>>; // rungs that this clock has otherwise than all clocks
}

/** The escalation ladder from its foot. */
export const RUNGS = ['near-due', 'due', 'reminder', 'supervision', 'circular', 'interview', 'accountability'] as const;
export type Rung = (typeof RUNGS)[number];
export type Recipient =
  'steward' | 'liaisons' | 'owner-unit' | 'owner-head' | 'responsible-leader' | 'all-units' | 'supervision-office';

/** When a rung falls due: some days before the due day, on it, on the first day of a colour (and every so many days while it shows), or some days late. */
export type RungTime =
  | { readonly daysBeforeDue: readonly number[] }
  | { readonly onDue: true }
  | { readonly onColour: Colour; readonly everyDays?: number }
  | { readonly daysLate: number };

/** A rung of the escalation ladder: when it falls due, and who is told. */
export interface RungRule {
  readonly rung: Rung;
  readonly when: RungTime;
  readonly to: readonly Recipient[];
}

/** A rung of one clock (README, "Escalation ladder": "every line editable, per clock too"). What is left out is as for all clocks; `when` null: this clock does not have the rung. */
export interface OwnRung {
  readonly when?: RungTime | null;
  readonly to?: readonly Recipient[];
}

/** The bureau's rules of time: one version, in force from a day. Plain JSON, so that it can be drafted, replayed and published. */
export interface Policy {
  readonly version: number;
  readonly validFrom: IsoDate;
  readonly scale: {
    readonly blueDaysBefore: number;
    readonly yellowDaysLate: number;
    readonly orangeDaysLate: number;
    readonly redDaysLate: number;
  };
  readonly clocks: Readonly<Record<ClockName, ClockRule>>;
  readonly fundsPercent: number; // of the funds clock
  readonly leadSteps: { readonly acknowledged: number; readonly screened: number; readonly fedBack: number }; // working days
  readonly deadlines: Deadlines; // of orders, issues and tasks
  readonly secondPerson: SecondPerson; // where one person alone is not enough
  readonly ladder: readonly RungRule[]; // of all clocks
}

const months = (value: number): Length => ({ value, unit: 'months' });

/** The default policy pack (README, "Clocks"): version 1, in force without any event. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  validFrom: '0001-01-01' as IsoDate,
  scale: { blueDaysBefore: 30, yellowDaysLate: 1, orangeDaysLate: 31, redDaysLate: 91 },
  leadSteps: { acknowledged: 1, screened: 3, fedBack: 7 },
  deadlines: DEFAULT_DEADLINES,
  secondPerson: DEFAULT_SECOND_PERSON,
  fundsPercent: 15,
  clocks: {
    'lead-response': { length: null, pausedByHold: true }, // its three steps stand in leadSteps
    'negotiation-standard': { length: months(3), pausedByHold: true },
    'negotiation-large': { length: months(6), pausedByHold: true },
    'no-progress': {
      length: months(2),
      own: { blueAfter: { value: 30, unit: 'days' }, yellow: months(2), red: months(3), withdrawal: months(6) },
      pausedByHold: true,
    },
    'agreed-start': { length: null, pausedByHold: true },
    'start-floor': { length: null, pausedByHold: false }, // 31 March of the year after the signing
    'signed-one-year': { length: months(12), own: { red: months(12) }, pausedByHold: false },
    'idle-land': { length: months(12), own: { withdrawal: months(24) }, pausedByHold: false },
    'statistical-entry': { length: months(1), own: { yellow: months(1), red: months(2) }, pausedByHold: false },
    'first-funds': { length: months(3), pausedByHold: false },
    'funds-15-percent': { length: months(6), pausedByHold: false },
    issue: { length: null, pausedByHold: false },
    'order-reply': { length: null, pausedByHold: false },
  },
  ladder: [
    { rung: 'near-due', when: { daysBeforeDue: [30, 7] }, to: ['steward', 'liaisons'] },
    { rung: 'due', when: { onDue: true }, to: ['steward', 'owner-unit'] },
    { rung: 'reminder', when: { onColour: 'yellow', everyDays: 15 }, to: ['owner-head'] },
    { rung: 'supervision', when: { onColour: 'orange' }, to: ['responsible-leader', 'owner-unit'] },
    { rung: 'circular', when: { onColour: 'red' }, to: ['all-units'] },
    { rung: 'interview', when: { daysLate: 180 }, to: ['owner-head', 'responsible-leader'] },
    { rung: 'accountability', when: { daysLate: 365 }, to: ['supervision-office'] },
  ],
};
