import { addDays, type IsoDate } from '../../dates.ts';
import { fenOf, type Money } from '../../money.ts';
import { aboutCommand, PROJECT_COMMAND_TYPES } from '../commands.ts';
import type { Placed } from '../corrections.ts';
import { reject } from '../rejections.ts';
import type { Circumstances, Hands } from './decision.ts';

const FEN_OF_WAN = 1_000_000n;
const FEN_OF_YI = 10_000_000_000n;

// What a second person decided, or what reaches into other units: not for those who only record.
const DECIDED: ReadonlySet<string> = new Set([
  ...PROJECT_COMMAND_TYPES.map(aboutCommand).flatMap(({ needs, records }) =>
    needs === 'decide' ? Object.keys(records) : [],
  ),
  'TransferAccepted',
]);

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

const distance = (from: Money, to: Money | null): bigint => {
  const moved = fenOf(from.amount) - (to === null ? 0n : fenOf(to.amount));
  return moved < 0n ? -moved : moved;
};

/** Whether an amount moves by more than some 分; from or into another currency always. */
const movesBeyond = (from: unknown, to: unknown, fen: bigint): boolean => {
  if (!isMoney(from) && !isMoney(to)) return false;
  if (!isMoney(from) || !isMoney(to)) return distance((isMoney(from) ? from : to) as Money, null) > fen;
  return from.currency !== to.currency || distance(from, to) > fen;
};

/** Whether the fact was recorded so lately that one person alone may change it. What a ledger brought, or nobody knows when, is not. */
const isRecent = ({ recordedOn }: Placed, { limits }: Hands, today: IsoDate): boolean =>
  recordedOn !== undefined && addDays(recordedOn, limits.correctionDays) >= today;

const isOwn = (target: Placed, { unit, correctsAll }: Hands): boolean =>
  correctsAll || (unit !== null && target.unit === unit && !DECIDED.has(target.type));

/** How somebody may correct or void a record, amounts aside: alone, with a second person, or not at all (null). */
export type Changing = 'alone' | 'with-another' | null;
export const changingOf = (target: Placed, hands: Hands, today: IsoDate): Changing => {
  if (target.type === 'FactCorrected' || target.type === 'FactVoided' || !isOwn(target, hands)) return null;
  return isRecent(target, hands, today) ? 'alone' : 'with-another';
};

interface Change {
  readonly target: Placed;
  readonly from: unknown;
  readonly to: unknown;
  readonly approver: string | undefined;
}

/**
 * Who may change a record, and when two have to: one who records corrects what the own unit recorded, lately recorded and small amounts alone, the
 * rest with a second person (README, "Corrections"). Throws 'correction-beyond-unit' and 'correction-over-limit'.
 */
export const checkHands = ({ target, from, to, approver }: Change, circumstances: Circumstances): void => {
  const { hands } = circumstances;
  if (hands === undefined) return;
  if (!isOwn(target, hands)) reject('correction-beyond-unit', 'target');
  const limit = BigInt(hands.limits.correctionWan) * FEN_OF_WAN;
  if (approver === undefined && (!isRecent(target, hands, circumstances.today) || movesBeyond(from, to, limit)))
    reject('correction-over-limit', 'approver');
};

/** The largest amount that a fact says: a void takes it away. Null where it says none. */
export const largestOf = ({ data }: Placed): Money | null =>
  Object.values(data)
    .filter(isMoney)
    .reduce<Money | null>(
      (largest, one) => (largest === null || fenOf(one.amount) > fenOf(largest.amount) ? one : largest),
      null,
    );

/** An amendment that moves the contract far needs a second person. Throws 'amendment-over-limit'. */
export const checkAmendment = (
  from: Money,
  to: Money | undefined,
  approver: string | undefined,
  { hands }: Circumstances,
): void => {
  if (hands === undefined || to === undefined || approver !== undefined) return;
  if (movesBeyond(from, to, BigInt(hands.limits.amendmentYi) * FEN_OF_YI)) reject('amendment-over-limit', 'approver');
};
