export { ask, questionOf, type Question } from './ask.ts';
export { LOOKED_AT } from './audit/looks.ts';
export { examine } from './audit/doctor.ts';
export { checkLogReach } from './audit/log-reach.ts';
export { looksBefore, showChanges, showSeals } from './audit/records.ts';
export { endWhenAsked, whenAskedToStop } from './operation/asked-to-stop.ts';
export { PULSE } from './operation/pulse.ts';
export { MODEL_NAMES, rebuildModel, type ModelName } from './audit/rebuild-models.ts';
export { sealing } from './audit/sealing.ts';
export { showSetAside } from './lists/set-aside.ts';
export { renewSeals } from './audit/seal-file-told.ts';
export { howManyRecords, showVerification, VerifyLog, verifyLog } from './audit/verify-log.ts';
export { restoreBackup, type Restored } from './backup/restore-backup.ts';
export { takeBackup } from './backup/take-backup.ts';
export { CHANNEL_BODIES, KeepChannel, KeepContact, TryChannel } from './channels/bodies.ts';
export { showChannels } from './channels/show-channels.ts';
export { showContacts } from './channels/show-contacts.ts';
export { changeAccount, createAccount } from './accounts/give-account.ts';
export { showAccount, showAccounts, showTokens } from './accounts/show-accounts.ts';
export { withNames } from './accounts/names-beside-logins.ts';
export { ConfigRefused } from './config-refused.ts';
export { readConfig, type Config } from './config.ts';
export { readLogPlaceOf } from './log-place.ts';
export { ErasePerson, FindPerson, PERSON_BODIES } from './personal/bodies.ts';
export { deciderOf, eraseFor, showPerson } from './personal/erase-for.ts';
export { erasePerson, type Erasure } from './personal/erase-person.ts';
export { sealPeople } from './personal/seal-people.ts';
export { shownTo } from './personal/shown-to.ts';
export { moveLog, type MoveStep } from './moving/move-log.ts';
export type { CloudEvent } from './feed/envelope.ts';
export { followFeed, showFeed } from './feed/feed.ts';
export { actorOf, freshKey, type Answer, type Given } from './given.ts';
export type { ImportStatus, Upload } from './imports/import-desk.ts';
export type { ImportRun } from './imports/import-jobs.ts';
export {
  admitImporter,
  importKnown,
  showImport,
  showImportResult,
  showPastImport,
  showPastImports,
} from './imports/show-imports.ts';
export { approveImport } from './imports/approve-import.ts';
export { takeBackImport, takenBackSoFar } from './imports/take-back-import.ts';
export { importTools, importToolsOf } from './imports/import-tools.ts';
export { CockpitQuery } from './cockpit/queries.ts';
export { showCockpit } from './cockpit/show-cockpit.ts';
export { condition } from './lists/condition.ts';
export { HELD, heldRows } from './lists/held-rows.ts';
export { countLists } from './lists/count-lists.ts';
export { listNames, searchProjects, showList } from './lists/show-list.ts';
export { exportList, ExportQuery, type WorkbookFile } from './reports/export-list.ts';
export { exportIndicators, exportStructure } from './reports/export-table.ts';
export { freeze, frozenIssues, reproduce, type Reproduced } from './reports/freeze.ts';
export { PreviewReport, previewReport, ReportQuery, showReport } from './reports/questions.ts';
export { reportList, reportNamed, type PrintedReport, type ReportFormat } from './reports/print-report.ts';
export { restatements } from './reports/restatements.ts';
export { giveTemplate, showTemplate } from './reports/templates.ts';
export { giveMatter, type GivenToMatter, type MatterAnswer } from './matters/give-matter.ts';
export { MATTER_ROUTES, pathOf, type MatterRoute } from './matters/matter-commands.ts';
export { LiveQuery } from './live/queries.ts';
export { MatterQuery } from './matters/queries.ts';
export { showMatter, showMatters } from './matters/show-matters.ts';
export { officeMigrations } from './migrations.ts';
export type { Office } from './office.ts';
export { logAt } from './open-log.ts';
export { officeOnPaper, officeOver, openOffice, type OpenOffice } from './open-office.ts';
export { startMetering } from './operation/metering.ts';
export { OPERATOR } from './operator.ts';
export { OperatorRefused } from './operator-refused.ts';
export {
  giveOrganisation,
  importOrganisation,
  type GivenToOrganisation,
  type OrganisationAnswer,
} from './organisation/give-organisation.ts';
export { showOrganisation } from './organisation/show-organisation.ts';
export {
  DraftPolicy,
  ForwardQuery,
  PausesQuery,
  POLICY_BODIES,
  PublishCalendar,
  PublishDraft,
  ReplayCalendar,
  ReplayDraft,
} from './policy/bodies.ts';
export { asyncApiDocument, catalogue, eventSchemas } from './catalogue/catalogue.ts';
export { policyDraft, policyDrafts } from './policy/drafts.ts';
export { projectPauses } from './policy/pauses.ts';
export { historiesToReplay, replayCalendars, replayDraft, replayPolicy, type Replay } from './policy/replay-rules.ts';
export { showComing } from './policy/coming-up.ts';
export { givePolicy, type GivenToPolicy, type PolicyAnswer, type PolicyChange } from './policy/give-policy.ts';
export { showPolicies } from './policy/policies.ts';
export { projectsCalled } from './projects/project-name.ts';
export { upToDate } from './projects/up-to-date.ts';
export { giveProject, type GivenToProject, type ProjectAnswer } from './projects/give-project.ts';
export { CHANGING, commandClassOf, CREATING, kebab, OFFERED } from './projects/project-commands.ts';
export { alikeProjects } from './projects/alike.ts';
export { AlikeQuery, AsOfQuery, GROUPS, HistoryQuery, ListQuery, SearchQuery } from './projects/queries.ts';
export { explainProject, projectHistory, showProject } from './projects/show-project.ts';
export { refusal, refusalOf, refused, type OfficeRefusalCode, type Refusal } from './refusals.ts';
export { acknowledge, groupInbox, showInbox } from './reminders/inbox.ts';
export {
  AcknowledgeNotices,
  InboxGroupQuery,
  InboxQuery,
  PreviewQuery,
  ReminderCountsQuery,
  ReminderQuery,
} from './reminders/queries.ts';
export { noticesOwed } from './reminders/notices-owed.ts';
export {
  lookIntoQueue,
  previewReminders,
  proveReminder,
  countReminders,
  showReminders,
  showWatch,
} from './reminders/reminder-ledger.ts';
export { startWorker } from './reminders/run-worker.ts';
export { changesSinceMeeting } from './supervision/changes.ts';
export { allOrders } from './supervision/all-orders.ts';
export { checklistOfProject, checklistsOfUnit, checklistsToday, liveProjectsOf } from './supervision/checklists.ts';
export { leaderView, showLeaders } from './supervision/leader-view.ts';
export { LeaderQuery, PageQuery } from './supervision/queries.ts';
export { wholeList } from './lists/whole-list.ts';
export { compareList, compareLists } from './lists/compare-lists.ts';
export { CompareQuery, type Comparison } from './lists/comparison.ts';
export { dwell, type Dwell } from './numbers/dwell.ts';
export { forecast, type Forecast } from './numbers/forecast.ts';
export { funnel, type Funnel } from './numbers/funnel.ts';
export { DEFINITION_BODIES, DraftDefinition, PublishDefinition, ReplayDefinition } from './definitions/bodies.ts';
export {
  giveDefinition,
  type DefinitionAnswer,
  type DefinitionChange,
  type GivenToDefinition,
} from './definitions/give-definition.ts';
export { replayDefinition, type DefinitionReplay } from './definitions/replay-definition.ts';
export {
  definitionsNow,
  showDefinition,
  showDefinitionDraft,
  showDefinitions,
} from './definitions/show-definitions.ts';
export { giveTarget, type GivenToTarget } from './targets/give-target.ts';
export { showTargets, TargetsQuery } from './targets/show-targets.ts';
export { BOARD_BODIES, FreezeBoard, PublishBoard } from './boards/bodies.ts';
export { giveBoard, reproduceBoard, type BoardChange, type GivenToBoard } from './boards/give-board.ts';
export { showBoard, showBoards, type ShownBoard } from './boards/show-board.ts';
export { attachToProject, type GivenPaper } from './papers/attach.ts';
export { readPaper, showPapers, type ShownPaper } from './papers/show-papers.ts';
export { closingOf } from './periods/closing.ts';
export { givePeriod, type GivenToPeriod } from './periods/give-period.ts';
export { type LaterEvent } from './periods/restated.ts';
export { restatement, type Restatement } from './periods/restatement.ts';
export { showPeriods } from './periods/show-periods.ts';
export { indicators, type Indicators } from './numbers/indicators.ts';
export { openedFigure, openFigure, type OpenedFigure } from './numbers/open-figure.ts';
export { FigureQuery, FiguresQuery, IndicatorsQuery, StructureQuery } from './numbers/queries.ts';
export { structure, type Structure } from './numbers/structure.ts';
export { stateAllTargets } from './numbers/state-targets.ts';
export { targetsOfLedger, unitsUnknown } from './numbers/targets-of-ledger.ts';
export { PublishLayout } from './layouts/bodies.ts';
export { giveLayout, type GivenToLayout, type LayoutChange } from './layouts/give-layout.ts';
export { showLayouts } from './layouts/show-layouts.ts';
export { DrawBorders } from './borders/bodies.ts';
export { giveBorders, type BordersChange, type GivenToBorders } from './borders/give-borders.ts';
export { showBorders } from './borders/show-borders.ts';
export { SaveView } from './views/bodies.ts';
export { giveView, type GivenToView, type ViewChange } from './views/give-view.ts';
export { showViews } from './views/show-views.ts';
