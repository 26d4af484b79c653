import { fold, type IsoDate, type KnownProject, type Placed } from '#domain';
import type { Row } from '../../libs/imports/src/files/sheet.ts';
import type { Comment } from '../../libs/imports/src/reading/comments.ts';
import type { StoredSheet } from '../../libs/imports/src/files/stored-sheet.ts';
import { NOTHING_DECIDED } from '../../libs/imports/src/judge/decisions.ts';
import { verdictOf } from '../../libs/imports/src/judge/findings.ts';
import { judgeLedger } from '../../libs/imports/src/judge/judge.ts';
import { decidePlan } from '../../libs/imports/src/plans/decide-plan.ts';
import type { Deciding } from '../../libs/imports/src/plans/deciding.ts';
import { candidatesOf } from '../../libs/imports/src/plans/stored.ts';
import { targetsOf } from '../../libs/imports/src/report.ts';
import { assemble } from '../../libs/imports/src/rows/assemble.ts';
import { readLedger, type Ledger } from '../../libs/imports/src/rows/ledger.ts';
import { TODAY } from './imported.ts';

const nothing = { find: async () => candidatesOf([]), history: async () => [] };
const deciding: Deciding = {
  importId: '5f0a7c1e-6c0b-4b52-9b0b-7d1f6c1d2e90',
  actor: { user: 'clerk', unit: null },
  circumstances: {
    today: TODAY as IsoDate,
    closedMonths: new Set(),
    gates: { preReview: false, jointReview: false },
    people: new Map(),
  },
  corrects: () => false,
  settled: () => false,
  takes: () => false,
  approverOf: () => null,
  aside: new Set(),
  hold: () => true,
};

/** What becomes of the rows of some sheets. */
export interface Outcome {
  readonly projects: readonly { readonly project: KnownProject; readonly told: string }[];
  readonly passedOver: number;
  readonly targets: ReturnType<typeof targetsOf>;
  /** The rows that come back, "台账!3": nothing of them is stored, and they are handed back as they stand. */
  readonly returned: ReadonlySet<string>;
  /** What was found in rows that are not plainly accepted. */
  readonly findings: readonly string[];
  /** All of it as text: facts, findings, targets, passed-over rows. What is not in here is nowhere. */
  readonly whole: string;
}

/** Sheets as a reader hands them on. */
type Sheets = Readonly<Record<string, readonly Row[]>>;
type Pinned = Readonly<Record<string, readonly Comment[]>>;

/** These rows as a ledger that was read. */
export const ledgerOf = (sheets: Sheets, comments: Pinned = {}): Promise<Ledger> =>
  readLedger(
    Object.entries(sheets).map(([name, rows]): StoredSheet => ({
      name,
      hidden: false,
      date1904: false,
      hiddenColumns: [],
      unseen: [],
      comments: comments[name] ?? [],
      rows: () => rows,
      close: () => undefined,
    })),
    TODAY,
    { regions: [], regionKinds: false, units: new Set() },
    null,
  );

/** What an import of these rows would store, without a file and a log around it. */
export const outcomeOf = async (sheets: Sheets, comments: Pinned = {}): Promise<Outcome> => {
  const ledger = await ledgerOf(sheets, comments);
  const judged = await judgeLedger(ledger, deciding.importId, nothing, NOTHING_DECIDED);
  try {
    const projects = Array.from({ length: judged.plans.length() }, (_, number) => {
      const plan = assemble(ledger, judged, number, deciding.importId, TODAY, () => false);
      const { events } = decidePlan(plan, [], deciding.importId, deciding);
      for (const row of plan.rows) ledger.keep(row);
      const project = fold(events.map(({ event }, index) => ({ ...event, version: index + 1 }) as Placed));
      return { project: project as KnownProject, told: JSON.stringify(events) };
    });
    const all = Array.from({ length: ledger.length }, (_, place) => ledger.findings(place));
    const findings = all
      .filter((found) => verdictOf(found) !== 'accept')
      .flatMap((found) => found.map(({ code, read: text }) => `${code}: ${text}`));
    const passed = ledger.sheets.flatMap((sheet) => sheet.passed);
    const targets = targetsOf(ledger);
    const told = projects.map(({ told: one }) => one).sort();
    return {
      projects,
      returned: new Set(
        all.flatMap((found, place) => {
          const { sheet, row } = ledger.at(place);
          return ['reject', 'held'].includes(verdictOf(found)) ? [`${sheet}!${row}`] : [];
        }),
      ),
      passedOver: ledger.sheets.reduce((sum, one) => sum + one.passedOver, 0),
      findings,
      targets,
      whole: JSON.stringify([told, all, passed, targets]),
    };
  } finally {
    judged.plans.close();
    ledger.close();
  }
};
