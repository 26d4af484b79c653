import { checkEnd, checkSimilar, checkStart } from './checks.ts';
import { eachRow, type Unsound } from '../rows/each-row.ts';
import { isUnsound, verdictOf, type Verdict } from './findings.ts';
import { projectIdOf } from '../plans/ids.ts';
import { judgeOthers } from './judge-others.ts';
import type { Ledger } from '../rows/ledger.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { plansOf, type Plans } from '../plans/plans.ts';
import { say } from '../say.ts';
import { seenRows, type Seen } from './seen.ts';
import { settle, type Decided, type ImportDecision } from './decisions.ts';
import { plain, sameName } from './similarity.ts';
import { namedBy, resembledBy, storedOf } from './stored-match.ts';
import type { Stored, StoredProjects } from '../plans/stored.ts';

/** Sound or not, and of which project: what an import means to do with each row. */
export interface Judged {
  readonly plans: Plans;
}

/** What a row turned out to be: more about an earlier row's project, a stored project, or one of its own. */
interface Meant {
  readonly twin: LedgerRow | null;
  readonly found: Stored | null;
}

/** The projects of the firm by which a row names its own: of the other sheets, else of the log. */
const projectsOfFirm = (
  { byFirm, text, sheet }: LedgerRow,
  candidates: readonly Stored[],
  seen: Seen,
): readonly (LedgerRow | Stored)[] => {
  if (!byFirm || text.name === undefined) return [];
  const told = seen.ofFirm(text.name).filter((other) => other.sheet !== sheet);
  return told.length > 0 ? told : candidates.filter(({ investor }) => sameName(investor, text.name));
};
const storedOnly = (one: LedgerRow | Stored | undefined): Stored | null =>
  one === undefined || 'place' in one ? null : one;

/** The earlier row of the file that tells of the same project; or one that holds the row, as it shares something. */
const inFile = (
  row: LedgerRow,
  only: LedgerRow | Stored | undefined,
  seen: Seen,
): { readonly twin: LedgerRow | null; readonly earlier: LedgerRow | null } => {
  const twin = only !== undefined && 'place' in only ? only : seen.sameProject(row);
  const earlier = twin === null ? seen.heldBy(row) : null;
  if (twin === null) seen.hold(row);
  return { twin, earlier };
};

/** What the rows are judged among. `isTold`: whether a row of the file tells a project of that name. */
interface Among {
  readonly seen: Seen;
  readonly plans: Plans;
  readonly unsound: Unsound;
  readonly decided: Decided;
  readonly isTold: (name: string) => boolean;
  /** What became of the line that the next ones may stand under: refused, waiting, or neither. */
  readonly above: { verdict: Verdict | null };
}

/** The names that a ledger tells, gathered when the first is asked for. */
const toldIn = (ledger: Ledger): Among['isTold'] => {
  let names: Set<string> | null = null;
  return (name) => {
    if (names === null) {
      names = new Set();
      for (let place = 0; place < ledger.length; place += 1) {
        const told = ledger.at(place).text.name;
        if (told !== undefined) names.add(plain(told));
      }
    }
    return names.has(plain(name));
  };
};

/** What names and numbers say of a row. */
interface Recognised extends Meant {
  readonly made: Stored | null; // the project that this import made of the row before
  readonly earlier: LedgerRow | null; // a row of the file that holds it, as the two share something
}

const recognised = (
  row: LedgerRow,
  candidates: readonly Stored[],
  importId: string,
  { seen, isTold }: Pick<Among, 'seen' | 'isTold'>,
): Recognised => {
  const made = candidates.find(({ id }) => id === projectIdOf(importId, row));
  if (made !== undefined) return { twin: null, found: made, earlier: null, made };
  const ofFirm = projectsOfFirm(row, candidates, seen);
  if (ofFirm.length > 1) say(row, 'project-ambiguous', 'name');
  const [only] = ofFirm.length === 1 ? ofFirm : [];
  const { twin, earlier } = inFile(row, only, seen);
  const sound = twin === null && !isUnsound(row.findings);
  const found = sound ? (storedOnly(only) ?? storedOf(row, candidates, isTold)) : null;
  if (twin === null && found === null) {
    checkStart(row);
    checkEnd(row);
  }
  return { twin, found, earlier, made: null };
};

/** What a person decided that a row is. “The same” without a name is the row of the file that it shares something with, else the stored project. */
const asDecided = (
  row: LedgerRow,
  decision: ImportDecision,
  { twin, found, earlier, made }: Recognised,
  candidates: readonly Stored[],
): Meant => {
  const like = resembledBy(row, candidates);
  settle(row, decision);
  if (decision.decision !== 'same') return { twin: null, found: decision.decision === 'new' ? made : found };
  if (decision.as !== undefined) {
    const named = namedBy(decision.as, candidates);
    if (named === null) say(row, 'project-unknown', 'name');
    return { twin: null, found: named };
  }
  const other = twin ?? earlier;
  return other === null ? { twin: null, found: found ?? like } : { twin: other, found: null };
};

/** Which project a row tells of; a person's decision goes before what names and numbers say. */
const meaning = (row: LedgerRow, candidates: readonly Stored[], importId: string, among: Among): Meant => {
  const by = recognised(row, candidates, importId, among);
  const decision = among.decided(row);
  return decision === null ? by : asDecided(row, decision, by, candidates);
};

/** One more line of a project waits, or is refused, with the first. */
const checkFirstLine = (row: LedgerRow, { verdict }: Among['above']): void => {
  if (row.further === true && verdict !== null)
    say(row, verdict === 'held' ? 'project-held' : 'project-rejected', 'name');
};

/** Rows that name what was not taken are told why nothing is found. */
const leaveOut = ({ text }: LedgerRow, verdict: 'reject' | 'held', unsound: Unsound): void => {
  for (const key of [text.code, text.name])
    if (key !== undefined && !unsound.has(plain(key))) unsound.set(plain(key), verdict);
};

/** A row of a projects or leads sheet: a project of its own, more about one of another sheet, or nothing to store. */
const judgeMain = (row: LedgerRow, candidates: readonly Stored[], importId: string, among: Among): void => {
  const { seen, plans, unsound, above } = among;
  checkFirstLine(row, above);
  const rejected = verdictOf(row.findings) === 'reject';
  const { twin, found } = rejected ? { twin: null, found: null } : meaning(row, candidates, importId, among);
  const verdict = verdictOf(row.findings);
  const refused = verdict === 'reject' || verdict === 'held';
  if (row.further !== true) above.verdict = refused ? verdict : null;
  if (refused) {
    leaveOut(row, verdict, unsound);
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
export const judgeLedger = async (
  ledger: Ledger,
  importId: string,
  stored: StoredProjects,
  decided: Decided,
): Promise<Judged> => {
  const plans = plansOf();
  const seen = seenRows(ledger);
  try {
    const unsound: Unsound = new Map();
    const among: Among = { seen, plans, unsound, decided, isTold: toldIn(ledger), above: { verdict: null } };
    await eachRow(ledger, stored, ['projects', 'leads'], decided, (row, candidates) => {
      judgeMain(row, candidates, importId, among);
    });
    await judgeOthers(ledger, stored, among);
    for (const { from, to } of ledger.sheets.filter(({ layout }) => layout.kind === 'targets'))
      for (let place = from; place < to; place += 1) ledger.keep(ledger.checked(place));
    return { plans };
  } catch (error) {
    plans.close();
    throw error;
  } finally {
    seen.close();
  }
};
