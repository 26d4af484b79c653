import { compareMoney, daysBetween, isPositive, type IsoDate } from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { clean } from '../cells/text.ts';
import { holdingOf } from '../columns/holds.ts';
import { add, hasFinding } from './found.ts';
import { frameworkOf, startsBy, type Stage } from '../rows/meanings.ts';
import { isNameAndSums, isOnlyAName, type Day, type LedgerRow } from '../rows/ledger-row.ts';
import type { Numbers } from './numbers.ts';
import { checkSaid } from './said.ts';
import { levelOf, WEAK } from './likeness.ts';
import { nearest, plain, similarity } from './similarity.ts';

/** `a` lies before `b`, for certain: days known to the month only decide by month. */
const isBefore = (a: Day, b: Day): boolean =>
  a.month || b.month ? a.date.slice(0, 7) < b.date.slice(0, 7) : a.date < b.date;

/** Names of regions are compared as names are everywhere: width, blanks and punctuation do not tell them apart. */
const isKnownRegion = (written: string, regions: readonly string[]): boolean =>
  regions.includes(written) || regions.some((one) => plain(one) === plain(written));

/** Money of this month, of which no month is told. */
const checkPeriod = (row: LedgerRow): void => {
  const period = row.shown.arrivedThisMonth;
  if (period !== undefined && /[1-9]/.test(period) && row.money.amount === undefined)
    add(row, 'period-unknown', 'arrivedThisMonth', period);
};

/** What the sheet of a row tells about all its rows. */
export interface OfSheet {
  readonly regions: boolean; // it has a column of them
  readonly stage: Stage | null; // its title says that all are signed, or started, and no column says when
  readonly title: string;
  readonly width: number; // columns that were understood
  readonly own: number; // of those the ones of parties, numbers and days, which no sum of projects has
}

/** A name without anything that a project has, in a sheet that has columns for it. */
const isHardlyAProject = (row: LedgerRow, { width, own }: OfSheet): boolean =>
  (width >= 3 && isOnlyAName(row)) || (own >= 2 && isNameAndSums(row));

/** A firm where the project stands, and a project where its party does. */
const haveChangedPlaces = ({ name = '', investor = '' }: LedgerRow['text']): boolean =>
  holdingOf(clean(name)) === 'firm' && holdingOf(clean(investor)) === 'project';

const checkName = (row: LedgerRow, sheet: OfSheet): void => {
  const { text } = row;
  const { stage, title } = sheet;
  if (text.name === undefined) add(row, 'name-missing', 'name', null);
  else if (isHardlyAProject(row, sheet)) add(row, 'only-a-name', 'name', text.name);
  else if (stage !== null && row.days.startOn === undefined && frameworkOf(text.agreementKind) === null)
    add(row, 'decides-without-day', stage === 'signed' ? 'signedOn' : 'startOn', title.slice(0, 60));
  if (haveChangedPlaces(text)) add(row, 'names-changed-places', 'name', text.name!);
};

const checkRegion = (row: LedgerRow, regions: readonly string[] | null, isColumn: boolean): void => {
  const { region } = row.text;
  if (regions !== null && region !== undefined && !isKnownRegion(region, regions)) {
    const near = nearest(region, regions);
    const meant = near === null ? undefined : { zh: `是否为“${near}”？`, en: `Did you mean ${near}?` };
    add(row, 'region-unknown', 'region', region, meant);
  }
  if (isColumn && region === undefined && !hasFinding(row, 'region')) add(row, 'region-missing', 'region', null);
};

/** What is signed has its amount. */
const checkAmount = (row: LedgerRow): void => {
  const { contracted } = row.money;
  const isSigned = row.days.signedOn !== undefined || hasFinding(row, 'signedOn');
  if (isSigned && !hasFinding(row, 'contracted') && (contracted === undefined || !isPositive(contracted)))
    add(row, 'amount-missing', 'contracted', null);
};

/** What follows a signing does not lie before it, unless the row says why. */
const checkAfterSigning = (row: LedgerRow, signed: Day): void => {
  const { startOn, endedOn } = row.days;
  if (row.text.startException !== undefined) return;
  if (startOn !== undefined && isBefore(startOn, signed)) add(row, 'start-before-signing', 'startOn', startOn.date);
  if (endedOn !== undefined && isBefore(endedOn, signed)) add(row, 'end-before-signing', 'endedOn', endedOn.date);
};

/** A part is no more than the whole. */
const checkParts = (row: LedgerRow): void => {
  const { contracted, fixedAssets } = row.money;
  if (contracted === undefined || fixedAssets === undefined || contracted.currency !== fixedAssets.currency) return;
  if (compareMoney(fixedAssets, contracted) > 0) add(row, 'part-above-whole', 'fixedAssets', fixedAssets.amount);
};

/** What a row of a projects or leads sheet must hold by itself. */
export const checkProject = (row: LedgerRow, regions: readonly string[] | null, sheet: OfSheet): void => {
  checkName(row, sheet);
  checkRegion(row, regions, sheet.regions);
  checkSaid(row);
  checkPeriod(row);
  if (row.kind !== 'projects' || frameworkOf(row.text.agreementKind) !== null) return;
  checkAmount(row);
  if (row.days.signedOn === undefined) return;
  checkAfterSigning(row, row.days.signedOn);
  checkParts(row);
};

/** Days that no project has before its contract. */
const AFTER_SIGNING = ['startOn', 'enteredOn', 'completedOn', 'productionOn'] as const;

/** The end of a project of which nobody says more than its name: a list of ends that names one no other tells. */
export const checkEnd = (row: LedgerRow): void => {
  const { text, days, money, kind } = row;
  const more = text.investor ?? text.code ?? money.contracted ?? money.intendedAmount ?? days.signedOn ?? days.openedOn;
  if (kind === 'projects' && days.endedOn !== undefined && more === undefined && !hasFinding(row, 'name'))
    add(row, 'only-a-name', 'name', text.name ?? null);
};

/** A start, or what follows one, of a project that nobody knows yet, and of which the row does not say when it was signed. */
export const checkStart = (row: LedgerRow): void => {
  const { text, days, kind } = row;
  const signed = days.signedOn !== undefined || hasFinding(row, 'signedOn');
  const told = AFTER_SIGNING.find((field) => days[field] !== undefined);
  const field = told ?? (startsBy(text.landedKind) && days.landedOn !== undefined ? 'landedOn' : undefined);
  if (kind !== 'projects' || signed || field === undefined || text.startException !== undefined) return;
  if (frameworkOf(text.agreementKind) === null) add(row, 'signing-not-told', field, days[field]!.date);
};

const ENOUGH = 6;
const FAR = 500; // 万元 for 亿元 is a factor of 10,000; real ledgers spread over two or three orders

/** The middle of a column's amounts, in its own unit; null where there are too few to tell what is usual. */
export const usualOf = (typed: Numbers): number | null =>
  typed.length() < ENOUGH ? null : typed.sorted()[Math.floor(typed.length() / 2)]!;

/** An amount that is out of line with its column, as where 万元 was typed under 亿元. Never converted: only said. */
export const checkMagnitude = (row: LedgerRow, field: FieldName, usual: number): void => {
  const value = row.typed[field];
  const tooSmall = field !== 'amount'; // a last instalment may be tiny
  if (value !== undefined && value > 0 && (value >= usual * FAR || (tooSmall && value * FAR * 2 <= usual)))
    add(row, 'order-of-magnitude', field, String(value));
};

const LARGEST = 500_000_000_000; // 元: no project is known to be as large

/** An amount of which nothing was said, and that is larger than any project: as where 元 were typed under 万元, in a column too short to tell. */
export const checkSize = (row: LedgerRow): void => {
  for (const field of ['contracted', 'intendedAmount', 'amount'] as const) {
    const money = row.money[field];
    if (money?.currency === 'CNY' && Number(money.amount) >= LARGEST && !hasFinding(row, field))
      add(row, 'order-of-magnitude', field, money.amount);
  }
};

/** Within a tenth of the larger; never where one is not told (NaN). */
export const likeAmount = (a: number, b: number): boolean => Math.abs(a - b) <= 0.1 * Math.max(a, b);

/** What of a row its investor's later rows are compared with; the amount is NaN where the row tells none. */
export interface Earlier {
  readonly row: number;
  readonly name: string;
  readonly amount: number;
}
export const amountOf = ({ money }: LedgerRow): number =>
  Number(money.contracted?.amount ?? money.intendedAmount?.amount ?? NaN);

/** L2 and L3 of libs/domain/README.md, "Duplicates": a similar name, or a like amount, of the same investor. `earlier` are the sound rows before this one with its investor, or those of them that may be alike. */
export const checkSimilar = (row: LedgerRow, earlier: Iterable<Earlier>): void => {
  const [name, amount] = [row.text.name!, amountOf(row)];
  for (const other of earlier) {
    const alike = similarity(name, other.name);
    if (alike < WEAK && !likeAmount(amount, other.amount)) continue;
    const level = `L${levelOf(alike)}`;
    add(row, 'similar-name', 'name', name, {
      zh: `${level}，第 ${other.row} 行“${other.name}”，相似度 ${Math.round(alike * 100)}%`,
      en: `${level}, row ${other.row} "${other.name}", similarity ${Math.round(alike * 100)} %.`,
    });
    return;
  }
};

/** When the project was first known, from what its row says: the day of filing where there is one, else its earliest fact. */
export const knownOf = (row: LedgerRow, alsoOn: readonly IsoDate[]): Day | null => {
  const { days } = row;
  const own = (['knownOn', 'receivedOn'] as const).flatMap((field) => days[field] ?? []);
  if (own.length > 0) return own[0]!;
  const facts = (
    [
      'acknowledgedOn',
      'screenedOn',
      'openedOn',
      'reviewOn',
      'frameworkOn',
      'signedOn',
      'startReportedOn',
      'startOn',
      'progressOn',
      'endedOn',
      'droppedOn',
    ] as const
  ).flatMap((field) => days[field] ?? []);
  const all = [...facts, ...alsoOn.map((date): Day => ({ date, month: false }))].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  return all[0] ?? null;
};

/** A certified arrival dated before the project was known. Without a day of filing or of opening nobody can tell. */
export const precedes = (arrived: IsoDate, row: LedgerRow): boolean => {
  const since = row.days.knownOn ?? row.days.receivedOn ?? row.days.openedOn;
  return since !== undefined && daysBetween(arrived, since.date) > 0;
};
