import { checkSimilar } from './checks.ts';
import { eachRow, type Unsound } from '../rows/each-row.ts';
import { verdictOf } from './findings.ts';
import { projectIdOf } from '../plans/ids.ts';
import { judgeOthers } from './judge-others.ts';
import type { Ledger } from '../rows/ledger.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { plansOf, type Plans } from '../plans/plans.ts';
import { say } from '../say.ts';
import { seenRows, type Seen } from './seen.ts';
import type { Stored, StoredProjects } from '../plans/stored.ts';

/** Sound or not, and of which project: what an import means to do with each row. */
export interface Judged {
  readonly plans: Plans;
  readonly voucherAgain: ReadonlySet<number>;
} // arrivals, by place, whose voucher an earlier arrival has

/** The stored project that a row tells of; holds the row where it only shares a number or a name with one. */
const storedOf = (row: LedgerRow, candidates: readonly Stored[], id: string): Stored | null => {
  const { code, name, investor, contractNo, nationalCode } = row.text;
  const told = (other: Stored) => ({ zh: `“${other.name}”（${other.code}）`, en: `"${other.name}" (${other.code}).` });
  const own = candidates.find((one) => one.id === id);
  if (own) return own; // this very row, from a run that was cut short
  const same = candidates.find((one) =>
    code !== undefined
      ? one.code === code && one.name === name
      : one.name === name && (one.investor ?? undefined) === investor,
  );
  if (same) return same;
  for (const other of candidates) {
    if (contractNo !== undefined && other.contractNo === contractNo) {
      say(row, 'contract-number-used', 'contractNo', told(other));
      return null;
    }
    if (nationalCode !== undefined && other.nationalCode === nationalCode) {
      say(row, 'national-code-used', 'nationalCode', told(other));
      return null;
    }
    if (code !== undefined && other.code === code) {
      say(row, 'code-used', 'code', told(other));
      return null;
    }
    if (other.name === name && investor !== undefined && other.investor === investor) {
      say(row, 'same-project', 'name', told(other));
      return null;
    }
  }
  return null;
};

const isUnsound = (row: LedgerRow): boolean => ['reject', 'held'].includes(verdictOf(row.findings));

/** A row of a projects or leads sheet: a project of its own, more about one of another sheet, or nothing to store. */
const judgeMain = (
  row: LedgerRow,
  candidates: readonly Stored[],
  importId: string,
  seen: Seen,
  plans: Plans,
  unsound: Unsound,
): void => {
  const rejected = verdictOf(row.findings) === 'reject';
  const twin = rejected ? null : seen.sameProject(row);
  if (twin === null && !rejected) seen.hold(row);
  const id = projectIdOf(importId, row);
  const found = twin === null && !isUnsound(row) ? storedOf(row, candidates, id) : null;
  const verdict = verdictOf(row.findings);
  if (verdict === 'reject' || verdict === 'held') {
    for (const key of [row.text.code, row.text.name])
      if (key !== undefined && !unsound.has(key)) unsound.set(key, verdict);
    return;
  }
  seen.addCode(row);
  if (twin !== null) {
    plans.join(plans.of(twin.place)!, row.place);
    return;
  }
  if (found === null) checkSimilar(row, seen.similarTo(row));
  seen.add(row);
  plans.join(plans.begin(row.place, found), row.place);
};

/** Finds what is wrong or odd with each row, and which project it tells of. Writes nothing. */
export const judgeLedger = async (ledger: Ledger, importId: string, stored: StoredProjects): Promise<Judged> => {
  const plans = plansOf();
  const seen = seenRows(ledger);
  try {
    const unsound: Unsound = new Map();
    await eachRow(ledger, stored, ['projects', 'leads'], (row, candidates) => {
      judgeMain(row, candidates, importId, seen, plans, unsound);
    });
    const voucherAgain = await judgeOthers(ledger, stored, seen, plans, unsound);
    for (const { from, to } of ledger.sheets.filter(({ layout }) => layout.kind === 'targets'))
      for (let place = from; place < to; place += 1) ledger.keep(ledger.checked(place));
    return { plans, voucherAgain };
  } catch (error) {
    plans.close();
    throw error;
  } finally {
    seen.close();
  }
};
