import type { IsoDate } from '#domain';
import { investorOf } from '../plans/registration.ts';
import { isGiven } from '../plans/ids.ts';
import type { Stored } from '../plans/stored.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { say } from '../say.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { FindingCode, Resembled } from './findings.ts';
import { NEAR } from './amount-words.ts';
import { WEAK } from './likeness.ts';
import { firmOf, sameName, similarity } from './similarity.ts';

/** A stored project beside a row that may be it. */
const resembled = ({ id, code, name, investor, contractNo, nationalCode }: Stored): Resembled => ({
  project: id,
  sheet: null,
  row: null,
  shows: {
    code,
    name,
    ...(investor === null ? {} : { investor }),
    ...(contractNo === null ? {} : { contractNo }),
    ...(nationalCode === null ? {} : { nationalCode }),
  },
});
const told = (other: Stored) => ({ zh: `“${other.name}”（${other.code}）`, en: `"${other.name}" (${other.code}).` });

/** The first day that the row tells of its project. */
const since = ({ days }: LedgerRow): IsoDate | undefined =>
  [days.receivedOn, days.knownOn, days.openedOn, days.acknowledgedOn, days.signedOn]
    .flatMap((day) => (day === undefined ? [] : [day.date]))
    .sort()[0];

/** A lead that comes again after it was dropped, or a project after it ended, is a new one (libs/domain/README.md, "Duplicates"). */
const cameAgain = (row: LedgerRow, { endedOn }: Stored): boolean => {
  const first = since(row);
  return endedOn !== null && first !== undefined && first > endedOn;
};

/** Whether the row tells of this stored project beyond doubt. A renamed project keeps its number and one thing more. */
const isSame = (row: LedgerRow, one: Stored): boolean => {
  const { code, name, contractNo, nationalCode } = row.text;
  const investor = investorOf(row);
  const namesIt = sameName(one.name, name);
  if (code === undefined) return namesIt && sameName(one.investor, investor);
  if (one.code !== code) return false;
  return (
    namesIt ||
    (investor !== undefined && sameName(one.investor, investor)) ||
    (contractNo !== undefined && one.contractNo === contractNo) ||
    (nationalCode !== undefined && one.nationalCode === nationalCode)
  );
};

/** Of one party, or of one that is not told on either side, where no number of their own tells the two apart: a person must say. */
const mayShareParty = (row: LedgerRow, other: Stored): boolean => {
  const investor = investorOf(row);
  if (investor !== undefined && other.investor !== null) return firmOf(other.investor) === firmOf(investor);
  return row.text.code === undefined || isGiven(other.code);
};

/** Whether two amounts of a contract may be one; true where one is not told. */
const mayBeAmount = ({ money }: LedgerRow, contracted: string | null): boolean => {
  const [a, b] = [Number(money.contracted?.amount ?? NaN), Number(contracted ?? NaN)];
  return Number.isNaN(a) || Number.isNaN(b) || Math.abs(a - b) <= NEAR * Math.max(a, b);
};

/** Whether its own number says that a row is another project. */
const hasOtherCode = ({ text: { code } }: LedgerRow, one: Stored): boolean =>
  code !== undefined && code !== one.code && !isGiven(one.code);

/** Signed on the day that the row tells; or, where one of the two tells none, of a like name. */
const mayBeSigning = ({ text, days: { signedOn: signed } }: LedgerRow, one: Stored): boolean => {
  if (signed === undefined || one.signedOn === null) return similarity(text.name!, one.name) >= WEAK;
  return signed.month ? one.signedOn.slice(0, 7) === signed.date.slice(0, 7) : one.signedOn === signed.date;
};

/** A stored project of the same investor that the file does not tell any more under its own name, signed on the same day or with a like name: this row may be it under another. */
const mayBeRenamed = (row: LedgerRow, one: Stored, isTold: (name: string) => boolean): boolean => {
  const investor = investorOf(row);
  if (row.text.name === undefined || investor === undefined) return false;
  if (one.investor === null || one.endedOn !== null || firmOf(one.investor) !== firmOf(investor)) return false;
  if (hasOtherCode(row, one) || !mayBeAmount(row, one.contracted) || isTold(one.name)) return false;
  return mayBeSigning(row, one);
};

/** What a row shares with a stored project that it is not beyond doubt, the surest first: as a finding, and its field. */
const sharedWith = (row: LedgerRow, other: Stored): readonly [FindingCode, FieldName] | null => {
  const { code, name, contractNo, nationalCode } = row.text;
  if (contractNo !== undefined && other.contractNo === contractNo) return ['contract-number-used', 'contractNo'];
  if (nationalCode !== undefined && other.nationalCode === nationalCode) return ['national-code-used', 'nationalCode'];
  if (code !== undefined && other.code === code) return ['code-used', 'code'];
  return sameName(other.name, name) && mayShareParty(row, other) ? ['same-project', 'name'] : null;
};

/** The stored project that a row tells of; holds the row where it only shares a number or a name with one, or may be one of another name. `isTold`: whether the file tells a project of that name. */
export const storedOf = (
  row: LedgerRow,
  candidates: readonly Stored[],
  isTold: (name: string) => boolean,
): Stored | null => {
  const open = candidates.filter((one) => !cameAgain(row, one));
  const same = open.find((one) => isSame(row, one));
  if (same) return same;
  for (const other of open) {
    const shared = sharedWith(row, other);
    if (shared === null) continue;
    say(row, ...shared, told(other), resembled(other));
    return null;
  }
  const renamed = open.find((one) => mayBeRenamed(row, one, isTold));
  if (renamed) {
    say(row, 'perhaps-renamed', 'name', told(renamed), resembled(renamed));
    return null;
  }
  const before = candidates.find((one) => cameAgain(row, one) && sameName(one.name, row.text.name));
  if (before) say(row, 'comes-again', 'name', told(before), resembled(before));
  return null;
};

/** The project that a row was found to resemble, or else the first that shares a number or the name with it: what “the same” means where nobody says which. */
export const resembledBy = ({ findings, text }: LedgerRow, candidates: readonly Stored[]): Stored | null => {
  const ids = findings.flatMap(({ resembles }) => resembles?.project ?? []);
  return (
    candidates.find((one) => ids.includes(one.id)) ??
    candidates.find(
      (one) =>
        one.code === text.code ||
        one.contractNo === text.contractNo ||
        one.nationalCode === text.nationalCode ||
        sameName(one.name, text.name),
    ) ??
    null
  );
};

/** The project that a decision names, among those found for it. */
export const namedBy = (as: string, candidates: readonly Stored[]): Stored | null => {
  const named = candidates.filter(
    (one) => [one.id, one.code, one.nationalCode, one.contractNo].includes(as) || sameName(one.name, as),
  );
  return named.length === 1 ? named[0]! : null;
};
