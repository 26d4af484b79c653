import { precedes } from './checks.ts';
import { eachRow, type Unsound } from '../rows/each-row.ts';
import { settle, type Decided } from './decisions.ts';
import { verdictOf } from './findings.ts';
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

/** The plan of the project that the row names; says why where there is none. */
const planNamed = (
  row: LedgerRow,
  candidates: readonly Stored[],
  { seen, plans, unsound, decided }: Among,
): (() => number) | null => {
  const decision = decided(row);
  if (decision !== null) {
    settle(row, decision);
    const named = decision.as === undefined ? null : namedBy(decision.as, candidates);
    if (decision.decision === 'same' && named !== null) return () => plans.begin(null, named);
  }
  const { code, name, contractNo } = row.text;
  const firm = [code, name, contractNo].some((one) => one !== undefined) ? undefined : firmOf(row);
  const key = code !== undefined ? 'code' : firm === undefined ? 'name' : 'investor';
  const ofFirm = (): readonly LedgerRow[] => {
    const paid = seen.ofFirm(firm!);
    const company = row.shown.projectCompany;
    return paid.length > 0 || company === undefined ? paid : seen.ofFirm(company);
  };
  const named = firm !== undefined ? ofFirm() : name === undefined || code !== undefined ? [] : seen.named(name);
  const planOf = (main: LedgerRow | null | undefined): number | null => (main ? plans.of(main.place) : null);
  const byContract = (): number | null => {
    const holder = contractNo === undefined ? null : seen.contracted(contractNo);
    const plan = planOf(holder);
    return plan !== null && plans.main(plan) === holder!.place ? plan : null;
  };
  const inFile =
    (code === undefined ? null : planOf(seen.coded(code))) ??
    (named.length === 1 ? planOf(named[0]) : null) ??
    byContract();
  const matches =
    inFile === null && firm === undefined
      ? candidates.filter((one) =>
          code !== undefined
            ? one.code === code
            : name !== undefined
              ? plain(one.name) === plain(name)
              : one.contractNo === contractNo,
        )
      : [];
  const told = code ?? name ?? firm;
  const other = told === undefined ? undefined : unsound.get(plain(told));
  if (named.length > 1) say(row, 'project-ambiguous', key);
  else if (inFile === null && matches.length > 1) say(row, 'project-ambiguous', key);
  else if (inFile === null && matches.length === 0)
    say(row, other === 'reject' ? 'project-rejected' : other === 'held' ? 'project-held' : 'project-unknown', key);
  if (['reject', 'held'].includes(verdictOf(row.findings))) return null;
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
