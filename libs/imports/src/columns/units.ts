import { FOREIGN_CAPITAL, type Unit } from '../cells/units.ts';
import { normalised } from './headers.ts';

/** Where the unit of a column of money was found; `assumed` where nobody names one. */
export type UnitFrom = 'header' | 'group' | 'above' | 'sheet' | 'below' | 'beside' | 'saved' | 'assumed';

/** 万元 is what bureaus mean where they name nothing. */
export const ASSUMED: Unit = { unit: '万元', currency: 'CNY' };

const FOREIGN = new RegExp(`${FOREIGN_CAPITAL}|美元|美金|外币|境外|欧元|港元|港币|日元`);

/** Of several units the one that a column means by its words: a column of foreign money is in foreign currency, any other in ours. */
export const unitFor = (header: string, units: readonly Unit[]): Unit | null => {
  if (units.length < 2) return units[0] ?? null;
  const foreign = FOREIGN.test(normalised(header)); // its words, not the units in its brackets
  return units.find(({ currency }) => (currency !== 'CNY') === foreign) ?? units[0]!;
};
