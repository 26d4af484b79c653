import type { Sentence } from '../rejected.ts';
import type { Breach } from '../supervision/events.ts';
import { w } from './sentence.ts';
import { CLOCK_WORDS } from './time.ts';

const breachIn = ({ clock, due }: Breach): Sentence =>
  w(`${CLOCK_WORDS[clock].zh}（应于 ${due}）`, `${CLOCK_WORDS[clock].en} (due ${due})`);

/** What an order of the reminder process is about: each clock and the day by which it was due, not the day of the rung. */
export const breachesIn = (breached: readonly Breach[]): Sentence => {
  const each = breached.map(breachIn);
  return w(each.map(({ zh }) => zh).join('、'), each.map(({ en }) => en).join(', '));
};
