import { COLOUR_WORDS, sumByCurrency, type ListAspect } from '#domain';
import type { ListFacts } from './list-facts.ts';
import { sayMoney, type Said } from './say-figure.ts';

/** How many a list holds, of one colour, or what their contracts make, each currency by itself. */
export const sayListFigure = (aspect: ListAspect, { title, totals }: ListFacts): Said => {
  if (aspect === 'count') return { printed: String(totals.total), follows: `清单“${title}”的项目数` };
  if (aspect !== 'amount')
    return { printed: String(totals.colours[aspect]), follows: `清单“${title}”中${COLOUR_WORDS[aspect].zh}色的项目数` };
  const sums = sumByCurrency(totals.sums.contracted);
  const printed = sums.length === 0 ? '0元' : sums.map((money) => sayMoney(money, null)).join('、');
  return { printed, follows: `清单“${title}”的合同投资额之和` };
};
