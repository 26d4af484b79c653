import { addDays, addMonths, type IsoDate } from '#domain';
import type { Chance } from './chance.ts';

/** A day on or before today, or nothing: facts lie in the past. */
export const past = (day: IsoDate, today: IsoDate): IsoDate | null => (day <= today ? day : null);

/** What happened to an invented project, each thing on its day; null: it did not, or has not yet. */
export interface Course {
  readonly opened: IsoDate;
  readonly framework: boolean;
  readonly signed: IsoDate | null;
  readonly agreed: IsoDate | null;
  readonly start: IsoDate | null;
  readonly ended: IsoDate | null;
  readonly dropped: IsoDate | null;
  readonly excused: IsoDate | null;
  readonly held: IsoDate | null;
  readonly changed: IsoDate | null;
  readonly entered: IsoDate | null;
}

const UNTOUCHED = { excused: null, held: null, changed: null } as const;
const NEVER_SIGNED = { signed: null, agreed: null, start: null, ended: null, entered: null, ...UNTOUCHED } as const;

interface Contract {
  readonly signed: IsoDate;
  readonly agreed: IsoDate;
  readonly starts: boolean;
}

/** What befalls a contract that waits for its start: it is excused or put on hold, or its start is agreed anew. */
const whileWaiting = (index: number, { signed, agreed }: Contract, today: IsoDate) => {
  const excused = index % 17 === 0 ? past(addDays(agreed, -10), today) : null;
  const held = excused === null && index % 23 === 0 ? past(addDays(signed, 30), today) : null;
  const changed = index % 13 === 0 ? past(addDays(signed, 70), today) : null;
  return { excused, held, changed };
};

/** What became of a contract. */
const afterSigning = (dice: Chance, index: number, contract: Contract, today: IsoDate) => {
  const { signed, agreed, starts } = contract;
  const start = starts ? past(addDays(signed, dice.between(40, 300)), today) : null;
  const ended = start === null && dice.happens(0.1) ? past(addDays(signed, dice.between(60, 400)), today) : null;
  const waits = start === null && ended === null;
  const entered = start !== null && dice.happens(0.75) ? past(addDays(start, dice.between(5, 80)), today) : null;
  return { signed, agreed, start, ended, entered, ...(waits ? whileWaiting(index, contract, today) : UNTOUCHED) };
};

/** What an invented project went through by today. */
export const courseOf = (dice: Chance, index: number, today: IsoDate): Course => {
  const opened = addDays(today, -dice.between(20, 1090));
  const waiting = dice.between(25, 150);
  const framework = index % 29 === 0;
  const negotiating = framework || index % 6 === 0;
  const signed = negotiating ? null : past(addDays(opened, waiting), today);
  const agreed = signed === null ? null : addMonths(signed, dice.between(3, 9));
  const starts = dice.happens(0.62);
  const dropped =
    negotiating && !framework && dice.happens(0.3) ? past(addDays(opened, dice.between(30, 160)), today) : null;
  const contract =
    signed === null || agreed === null ? NEVER_SIGNED : afterSigning(dice, index, { signed, agreed, starts }, today);
  return { opened, framework, dropped, ...contract };
};
