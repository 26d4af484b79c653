import { useChosen } from '../parts/chosen.ts';
import { today } from '../parts/day.ts';

/** Of which days and of which unit figures are asked, as of when; all of it stands in the address. */
export interface FiguresAsked {
  readonly period: string;
  readonly asOf?: string;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly definition?: string;
}

const PERIOD = /^\d{4}(-(Q[1-4]|H[12]|\d\d))?$|^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/;

/** What the address asks for; the year of the day shown where it names no period. */
export const useFiguresAsked = (): FiguresAsked => {
  const { chosen } = useChosen();
  const named = chosen.get('period') ?? '';
  const day = chosen.get('asOf') ?? today();
  const more = (['asOf', 'asKnown', 'unit', 'definition'] as const).flatMap((name) => {
    const value = chosen.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { period: PERIOD.test(named) ? named : day.slice(0, 4), ...Object.fromEntries(more) };
};
