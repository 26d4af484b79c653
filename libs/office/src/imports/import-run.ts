import type { Pool } from '#database';
import { dayInShanghai, type Organisation, type Rules } from '#domain';
import type { EventStore } from '#event-store';
import {
  importWorkbook,
  readDecisions,
  readMapping,
  refuseFile,
  rememberMapping,
  writeResultWorkbook,
  type ClosedBooks,
} from '#imports';
import type { ImportRun } from './import-jobs.ts';
import type { InTurn } from './in-turn.ts';
import { importTools, listsOf } from './import-tools.ts';

interface Sources {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly organisation: () => Promise<{ readonly tree: Organisation }>;
  readonly closed: () => Promise<ClosedBooks>;
  readonly rules: () => Promise<Rules>;
  readonly caughtUp: () => Promise<unknown>;
  readonly inTurn: InTurn;
  readonly now: () => Date;
}

const runOf =
  ({ pool, store, organisation, closed, rules, caughtUp, now }: Omit<Sources, 'inTurn'>): ImportRun =>
  async ({ path, name, sheet, mapping, decisions, remember, dryRun }, { user, unit }, onProgress) => {
    await caughtUp(); // what the log holds already must be found
    const { tree } = await organisation();
    const given = mapping == null ? null : readMapping(mapping);
    const decided = decisions === undefined ? [] : readDecisions(decisions);
    if (decided.some(({ approver }) => approver !== undefined)) refuseFile('approver-signs-in');
    const today = dayInShanghai(now().toISOString());
    const actor = { user, unit };
    const { report, analysis } = await importWorkbook(
      {
        path,
        fileName: name,
        dryRun,
        sheet: sheet ?? null,
        mapping: given,
        decisions: decided,
        today,
        actor,
        onProgress,
      },
      { ...importTools(pool, store, tree, await closed()), lists: listsOf(pool, await rules(), today) },
    );
    if (remember === true && given !== null) await rememberMapping(store, given, report.sheets, { actor, today });
    const written = await writeResultWorkbook(analysis, `${path}.result`);
    if (!dryRun) await caughtUp();
    return {
      report: { ...report, resultWorkbook: written ? `${name.replace(/\.[^.]*$/, '')}.result.xlsx` : null },
      resultWorkbook: written ? `${path}.result` : null,
    };
  };

/** An import as the API runs it: the same code as on the command line, with its result workbook beside the upload. */
export const importRun = ({ inTurn, ...sources }: Sources): ImportRun => {
  const run = runOf(sources);
  return (upload, caller, onProgress) => {
    const one = () => run(upload, caller, onProgress);
    return upload.dryRun ? one() : inTurn(one);
  };
};
