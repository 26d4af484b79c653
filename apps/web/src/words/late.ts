import { w, type Sentence } from './sentence.ts';
import { counted } from './counted.ts';
import { CLOCKS, WORDS } from './words.ts';

const days = (count: number): string => counted(count, WORDS.days).en;

/** How a day stands to the day it was due, as the mails say it. `late`: days after it, below zero before it. */
export const lateWords = (late: number): Sentence =>
  late > 0
    ? w(`逾期 ${late} 天`, `${days(late)} late`)
    : late === 0
      ? w('今日到期', 'due today')
      : w(`还有 ${-late} 天`, `${days(-late)} left`);

/** What an order is about, as its title says it: each clock that was not kept and the day by which it was due. */
export const breachWords = ({ clock, due }: { readonly clock: string; readonly due: string }): Sentence => {
  const { zh, en } = CLOCKS[clock] ?? w(clock, clock);
  return w(`${zh}（应于 ${due}）`, `${en} (due ${due})`);
};
