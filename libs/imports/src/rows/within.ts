import { clean } from '../cells/text.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { TargetRow } from './target-row.ts';

const PART = /^其中[::]?/;

/** Lines 其中：… of a table of targets are parts of the unit above them. Ask for every row, in order. */
export const partsBelow = (): ((row: LedgerRow) => readonly TargetRow[]) => {
  let above: string | null = null;
  return ({ text, shown, targets }) => {
    const unit = targets[0]?.unit;
    if (unit === undefined) return targets;
    const isPart = [text.unit ?? text.region, shown.sequence].some((words) => PART.test(clean(words ?? '')));
    if (isPart) return targets.map((one) => ({ ...one, within: above }));
    above = unit;
    return targets;
  };
};
