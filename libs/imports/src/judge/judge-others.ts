import { precedes } from './checks.ts';
import { eachRow, type Unsound } from '../rows/each-row.ts';
import { settle, type Decided } from './decisions.ts';
import { isUnsound } from './findings.ts';
import { namedBy } from './stored-match.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Ledger } from '../rows/ledger.ts';
import { arrivedIn } from '../plans/arrivals-of.ts';
import { certifiedOf } from '../rows/meanings.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { places } from './places.ts';
import type { Plans } from '../plans/plans.ts';
import { say } from '../say.ts';
import { plain } from './similarity.ts';
import type { Seen } from './seen.ts';
import type { Stored, StoredProjects } from '../plans/stored.ts';

/** What the rows judged so far have left behind. */
interface Among {
  readonly seen: Seen;
  readonly plans: Plans;
  readonly unsound: Unsound;
  readonly decided: Decided;
}

const hasField = (row: LedgerRow, field: string): boolean => row.findings.some((one) => one.field === field);

/** What an arrival must hold by itself; a line of progress without a day is dated by the import. */
const checkOther = (row: LedgerRow, monthly: boolean): void => {
  if (row.kind === 'arrivals') {
    const arrived = arrivedIn(row);
    if (monthly && arrived.length === 0) return; // nothing came, or what came was not understood, and that was said
    if (arrived.some(({ day }) => day === undefined) && !hasField(row, 'arrivedOn'))
      say(row, 'date-missing', 'arrivedOn');
    if (arrived.length === 0 && !hasField(row, 'amount')) say(row, 'amount-missing', 'amount');
  }
};

/** Whose money it is, where a list names firms and no projects. */
const firmOf = ({ text, shown }: LedgerRow): string | undefined => text.investor ?? shown.projectCompany;

/** By what a row names its project: a firm only where it says nothing else. */
interface Naming {
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly contractNo: string | undefined;
  readonly firm: string | undefined;
}

const namingOf = (row: LedgerRow): Naming => {
  const { code, name, contractNo } = row.text;
  const isNamed = [code, name, contractNo].some((one) => one !== undefined);
  return { code, name, contractNo, firm: isNamed ? undefined : firmOf(row) };
};

/** The rows of the file that have the name, or the firm: one, or the row does not say which. */
const rowsNamed = (row: LedgerRow, { code, name, firm }: Naming, seen: Seen): readonly LedgerRow[] => {
  if (firm === undefined) return name === undefined || code !== undefined ? [] : seen.named(name);
  const paid = seen.ofFirm(firm);
  const company = row.shown.projectCompany;
  return paid.length > 0 || company === undefined ? paid : seen.ofFirm(company);
};

/** The plan that the file itself has for what is named. */
const planInFile = (
  { code, contractNo }: Naming,
  named: readonly LedgerRow[],
  { seen, plans }: Among,
): number | null => {
  const planOf = (main: LedgerRow | null | undefined): number | null => (main ? plans.of(main.place) : null);
  const byContract = (): number | null => {
    const holder = contractNo === undefined ? null : seen.contracted(contractNo);
    const plan = planOf(holder);
    return plan !== null && plans.main(plan) === holder!.place ? plan : null;
  };
  const coded = code === undefined ? null : planOf(seen.coded(code));
  return coded ?? (named.length === 1 ? planOf(named[0]) : null) ?? byContract();
};

/** The stored projects that are named so. */
const storedNamed = ({ code, name, contractNo }: Naming, candidates: readonly Stored[]): readonly Stored[] => {
  if (code !== undefined) return candidates.filter((one) => one.code === code);
  if (name !== undefined) return candidates.filter((one) => plain(one.name) === plain(name));
  return candidates.filter((one) => one.contractNo === contractNo);
};

/** Why nothing can be found for a name: what it names was not taken, or nobody knows it. */
const whyUnknown = ({ code, name, firm }: Naming, unsound: Unsound) => {
  const told = code ?? name ?? firm;
  const other = told === undefined ? undefined : unsound.get(plain(told));
  return other === 'reject' ? 'project-rejected' : other === 'held' ? 'project-held' : 'project-unknown';
};

/** The stored project that a person said the row is of; null where nobody did. */
const decidedProject = (row: LedgerRow, candidates: readonly Stored[], decided: Decided): Stored | null => {
  const decision = decided(row);
  if (decision === null) return null;
  settle(row, decision);
  return decision.decision === 'same' && decision.as !== undefined ? namedBy(decision.as, candidates) : null;
};

/** The field by which a row names its project. */
const namingField = ({ code, firm }: Naming): FieldName => {
  if (code !== undefined) return 'code';
  return firm === undefined ? 'name' : 'investor';
};

/** The plan of the project that the row names; says why where there is none. */
const planNamed = (row: LedgerRow, candidates: readonly Stored[], among: Among): (() => number) | null => {
  const { seen, plans, unsound, decided } = among;
  const told = decidedProject(row, candidates, decided);
  if (told !== null) return () => plans.begin(null, told);
  const by = namingOf(row);
  const named = rowsNamed(row, by, seen);
  const inFile = planInFile(by, named, among);
  const matches = inFile === null && by.firm === undefined ? storedNamed(by, candidates) : [];
  if (named.length > 1 || matches.length > 1) say(row, 'project-ambiguous', namingField(by));
  else if (inFile === null && matches.length === 0) say(row, whyUnknown(by, unsound), namingField(by));
  if (isUnsound(row.findings)) return null;
  return () => inFile ?? plans.begin(null, matches[0]!);
};

/** Arrivals and lines of progress: each joins the project that it names. */
export const judgeOthers = async (ledger: Ledger, stored: StoredProjects, among: Among): Promise<void> => {
  const vouchers = places();
  const checkVoucher = (row: LedgerRow, voucher: string): void => {
    const used = vouchers
      .of(voucher)
      .map(ledger.at)
      .find(({ text }) => text.voucher === voucher);
    if (used === undefined) {
      vouchers.add(voucher, row.place);
      return;
    }
    say(row, 'voucher-used', 'voucher', { zh: `第 ${used.row} 行`, en: `row ${used.row}.` });
  };
  const { plans } = among;
  await eachRow(ledger, stored, ['arrivals', 'progress'], among.decided, (row, candidates) => {
    const { columns } = ledger.sheetOf(row.place).layout;
    const has = (field: FieldName): boolean => columns.some((one) => one.field === field);
    checkOther(row, has('arrivedInMonth'));
    if (row.kind === 'progress' && row.text.progress === undefined) return; // a line that says nothing changes nothing
    const plan = planNamed(row, candidates, among)?.();
    if (plan === undefined) return;
    if (row.kind === 'arrivals') {
      const main = plans.main(plan);
      const certified = certifiedOf(row.text.certified, has('certified'));
      if (
        main !== null &&
        plans.stored(plan) === null &&
        certified &&
        arrivedIn(row).some(({ day }) => precedes(day!.date, ledger.at(main)))
      ) {
        say(row, 'arrival-before-project', 'arrivedOn');
        return;
      }
      if (row.text.voucher !== undefined) checkVoucher(row, row.text.voucher);
    }
    plans.join(plan, row.place);
  });
};
