export { aheadSql } from './lists/ahead.ts';
export { countBins, type Bin, type CountedBin, type RowsAsked } from './cockpit/count-bins.ts';
export { momentOf } from './projects/moment.ts';
export { weeksAhead, type WeekAhead } from './cockpit/weeks-ahead.ts';
export {
  explain,
  historyEntries,
  knownAt,
  projectAt,
  type Explanation,
  type ExplainedClock,
  type HistoryEntry,
} from './projects/explain.ts';
export { findProjects, findOfFirms, findSharing, type Found, type Keys } from './projects/find-project.ts';
export { howMany } from './lists/how-many.ts';
export { leadersOf, type Leader } from './lists/leaders.ts';
export { compareDays, leaversOf, type DaysDiffer } from './lists/compare-days.ts';
export { factOfDay } from './projects/fact-of-day.ts';
export {
  LIST_FIELDS,
  orders,
  type FieldKind,
  type FieldName,
  type ListField,
  type ListRow,
} from './lists/list-fields.ts';
export { narrowing, UnknownField, values, type Condition, type Narrowing, type Values } from './lists/list-filter.ts';
export { BadCursor } from './lists/cursor.ts';
export { judgedBy } from './lists/judged.ts';
export { listAnswer, type ListAnswer } from './lists/list-answer.ts';
export { listRows } from './lists/list-query.ts';
export { listTotals, type ListGroup, type ListTotals } from './lists/list-totals.ts';
export type { AsOf, ListQuestion } from './lists/list-question.ts';
export { holds, isOffered, matterSeenSql, seenAmong, sees, seenSql, type Scope } from './projects/seen.ts';
export { columnsOf, listNamed, LISTS, type ListDefinition } from './lists/lists.ts';
export { projectMigrations, projectModel, readCheckpoint } from './projects/project-model.ts';
export {
  isTaken,
  leaveNumber,
  nextProjectCode,
  projectNumberMigrations,
  takeNumber,
  type OwnNumber,
} from './projects/project-number.ts';
export { foldedTo } from './projects/folded-to.ts';
export { standingOf, type Standing } from './projects/standing.ts';
export { foldReadable, withContent } from './projects/readable.ts';
export { whyNotLaid } from './projects/layable.ts';
export { LATEST } from './projects/span-writes.ts';
export { PROJECT_MODEL_VERSION } from './projects/project-table.ts';
export { PROJECT_TABLE } from './projects/project-streams.ts';
export { ROW_COLUMNS, rowOf, type ProjectRow } from './projects/project-row.ts';
export { fill as fillProjects } from './projects/fill.ts';
export { rebuildProjects, renewProjects, type Rebuilt } from './projects/rebuild.ts';
export { rulesNow } from './rules-now.ts';
export { firstReadingOf } from './organisation/first-reading.ts';
export type { Unit } from './organisation/unit-names.ts';
export { ORGANISATION_STREAM, unitNames, unitsOf, type UnitNames } from './organisation/units.ts';
export { findMatter, listMatters, type MatterRow } from './matters/matter-list.ts';
export { listMattersThen } from './matters/matters-then.ts';
export { issuesOf } from './matters/issues-of.ts';
export { matterMigrations, matterModel } from './matters/matter-model.ts';
export { projectChecklist, projectsOfUnits, type ProjectChecklist } from './matters/checklist.ts';
export { rebuildMatters } from './matters/matter-rebuild.ts';
export { arrivalModel } from './numbers/arrival-model.ts';
export { rebuildArrivals, renewArrivals } from './numbers/arrival-rebuild.ts';
export { arrivalMigrations } from './numbers/arrival-table.ts';
export { type Dimension } from './numbers/dimensions.ts';
export { cohorts } from './numbers/cohorts.ts';
export { expectedMonths, expectedStarts, usualTimeToStart, type ExpectedStart } from './numbers/expected-starts.ts';
export { heldShares, type HeldShare } from './numbers/held-shares.ts';
export { longestStays, phaseStays, type LongestStay } from './numbers/phase-stays.ts';
export { rowsOf } from './numbers/parts-sql.ts';
export { unitsTold } from './numbers/unit-silence.ts';
export { figureRows, type FigurePage, type FigureRow } from './numbers/figure-rows.ts';
export { outreachStanding } from './numbers/outreach-rows.ts';
export { addTallies, NOTHING, tally, type FigureQuestion, type PartTallies, type Tally } from './numbers/tally.ts';
export { matterTitles } from './matters/notice-titles.ts';
