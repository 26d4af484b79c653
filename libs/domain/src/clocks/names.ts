/** Every clock there is, in the order of the table (README, "Clocks"): ties between clocks are broken by this order. */
export const CLOCK_NAMES = [
  'lead-response',
  'negotiation-standard',
  'negotiation-large',
  'no-progress',
  'agreed-start',
  'start-floor',
  'signed-one-year',
  'idle-land',
  'statistical-entry',
  'first-funds',
  'funds-15-percent',
  'issue',
  'order-reply',
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];
export const isClockName = (text: string): text is ClockName => CLOCK_NAMES.some((one) => one === text);
