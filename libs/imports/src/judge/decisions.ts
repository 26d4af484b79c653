import { checkSecondPerson, type People } from '#domain';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { refuseFile } from '../refusals.ts';
import { FINDINGS, finding, verdictOf, type FindingCode } from './findings.ts';

export const DECISIONS = ['same', 'new', 'later', 'reject'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/**
 * What a person decided about a row that waits: it is a project already known (`as`: which; what it says otherwise becomes corrections), one of its own, nothing yet, or nothing ever.
 * Without `row` it holds for every row of the sheet with that finding, with `read` only where that stands there.
 */
export interface ImportDecision {
  readonly sheet: string;
  readonly row?: number;
  readonly code?: FindingCode;
  readonly read?: string;
  readonly decision: DecisionKind;
  readonly approver?: string; // login of a second person, for what falls into a closed month
  readonly as?: string; // id, code, national code, contract number or exact name of a project
}

/** The decision about a row, that about the row itself before that about its kind. */
export type Decided = (row: Pick<LedgerRow, 'sheet' | 'row' | 'findings'>) => ImportDecision | null;

export const NOTHING_DECIDED: Decided = () => null;

const LONGEST_CELL = 32_767; // characters
const isText = (value: unknown, most = 300): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= most);
const isDecision = (value: unknown): value is ImportDecision => {
  if (typeof value !== 'object' || value === null) return false;
  const { sheet, row, code, read, decision, as, approver } = value as Record<string, unknown>;
  const about =
    Number.isInteger(row) || (row === undefined && typeof code === 'string' && Object.hasOwn(FINDINGS, code));
  return (
    typeof sheet === 'string' &&
    about &&
    isText(read, LONGEST_CELL) &&
    isText(as) &&
    isText(approver) &&
    (DECISIONS as readonly unknown[]).includes(decision)
  );
};

/** Decisions as a file or a request gives them. Refuses what is none, naming the first. */
export const readDecisions = (given: unknown): readonly ImportDecision[] => {
  if (!Array.isArray(given)) return refuseFile('decisions-invalid');
  const wrong = given.findIndex((one) => !isDecision(one));
  return wrong >= 0 ? refuseFile('decisions-invalid', String(wrong + 1)) : (given as readonly ImportDecision[]);
};

/** Whoever approves is known, and not who imports. Throws Rejected 'approver-is-giver' and 'approver-unknown'. */
export const checkApprovers = (decisions: readonly ImportDecision[], importer: string, people: People): void => {
  for (const { approver } of decisions) if (approver !== undefined) checkSecondPerson(approver, importer, people);
};

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row?: number }): string => `${sheet}\n${row}`;

export const decidedBy = (decisions: readonly ImportDecision[]): Decided => {
  const rows = new Map(decisions.flatMap((one) => (one.row === undefined ? [] : [[placeOf(one), one]])));
  const kinds = decisions.filter(({ row }) => row === undefined);
  return ({ sheet, row, findings }) =>
    rows.get(placeOf({ sheet, row })) ??
    kinds.find(
      (one) =>
        one.sheet === sheet &&
        findings.some(({ code, read }) => code === one.code && (one.read === undefined || one.read === read)),
    ) ??
    null;
};

/** Decisions on rows, asked for row by row; `unmet`: those whose row has not come. */
export const noting = (
  decisions: readonly ImportDecision[],
): { readonly decided: Decided; readonly unmet: () => readonly ImportDecision[] } => {
  if (decisions.length === 0) return { decided: NOTHING_DECIDED, unmet: () => [] };
  const met = new Set<string>();
  const find = decidedBy(decisions);
  return {
    decided: (row) => {
      const one = find(row);
      if (one !== null) met.add(placeOf(row));
      return one;
    },
    unmet: () => decisions.filter((one) => one.row !== undefined && !met.has(placeOf(one))),
  };
};

/** Whether something that was found is recorded, too, of which only a decision about that very finding can say so. */
export const takenBy = (
  decisions: readonly ImportDecision[],
): ((row: Pick<LedgerRow, 'sheet' | 'row'>, code: FindingCode) => boolean) => {
  const taking = decisions.filter(({ decision, code }) => decision === 'new' && code !== undefined); // few of the many on rows
  return ({ sheet, row }, code) =>
    taking.some((one) => one.code === code && one.sheet === sheet && (one.row === undefined || one.row === row));
};

/** Takes the findings away that only waited for this decision, or refuses the row for good. */
export const settle = (row: LedgerRow, { decision }: ImportDecision): void => {
  if (decision === 'reject') row.findings.push(finding('decided-against', null, null, null));
  if (decision !== 'same' && decision !== 'new') return;
  const rest = row.findings.filter((one) => verdictOf([one]) !== 'held');
  row.findings.splice(0, row.findings.length, ...rest);
};
