import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import type { Schemas } from '../ask/api.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { LandingPage } from './landing-page.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { SessionOverDialog } from './session-over-dialog.tsx';
import { Shell } from './shell.tsx';

// Each page comes when it is first opened: who only looks at lists does not wait for the policy editor.
const ListPage = lazy(async () => ({ default: (await import('../lists/list-page.tsx')).ListPage }));
const TodayPage = lazy(async () => ({ default: (await import('../today/today-page.tsx')).TodayPage }));
const BoardPage = lazy(async () => ({ default: (await import('../board/board-page.tsx')).BoardPage }));
const RegionsPage = lazy(async () => ({ default: (await import('../regions/regions-page.tsx')).RegionsPage }));
const TimelinePage = lazy(async () => ({ default: (await import('../timeline/timeline-page.tsx')).TimelinePage }));
const CockpitPage = lazy(async () => ({ default: (await import('../cockpit/cockpit-page.tsx')).CockpitPage }));
const FigurePage = lazy(async () => ({ default: (await import('../numbers/figure-page.tsx')).FigurePage }));
const IndicatorsPage = lazy(async () => ({
  default: (await import('../numbers/indicators-page.tsx')).IndicatorsPage,
}));
const ReportsPage = lazy(async () => ({ default: (await import('../reports/reports-page.tsx')).ReportsPage }));
const TargetsPage = lazy(async () => ({ default: (await import('../targets/targets-page.tsx')).TargetsPage }));
const BoardsPage = lazy(async () => ({ default: (await import('../boards/boards-page.tsx')).BoardsPage }));
const PeriodsPage = lazy(async () => ({ default: (await import('../periods/periods-page.tsx')).PeriodsPage }));
const StructurePage = lazy(async () => ({ default: (await import('../numbers/structure-page.tsx')).StructurePage }));
const CoursePage = lazy(async () => ({ default: (await import('../numbers/course-page.tsx')).CoursePage }));
const ProjectPage = lazy(async () => ({ default: (await import('../projects/project-page.tsx')).ProjectPage }));
const ImportPage = lazy(async () => ({ default: (await import('../imports/import-page.tsx')).ImportPage }));
const PastImportsPage = lazy(async () => ({
  default: (await import('../imports/past-imports-page.tsx')).PastImportsPage,
}));
const PastImportPage = lazy(async () => ({
  default: (await import('../imports/past-import-page.tsx')).PastImportPage,
}));
const AuditPage = lazy(async () => ({ default: (await import('../audit/audit-page.tsx')).AuditPage }));
const InboxPage = lazy(async () => ({ default: (await import('../reminders/inbox-page.tsx')).InboxPage }));
const ComparePage = lazy(async () => ({ default: (await import('../lists/compare-page.tsx')).ComparePage }));
const LeaderPage = lazy(async () => ({ default: (await import('../lists/leader-page.tsx')).LeaderPage }));
const MattersPage = lazy(async () => ({ default: (await import('../matters/matters-page.tsx')).MattersPage }));
const MatterPage = lazy(async () => ({ default: (await import('../matters/matter-page.tsx')).MatterPage }));
const ChecklistPage = lazy(async () => ({ default: (await import('../checklists/checklist-page.tsx')).ChecklistPage }));
const RemindersPage = lazy(async () => ({ default: (await import('../reminders/reminders-page.tsx')).RemindersPage }));
const ForwardPage = lazy(async () => ({ default: (await import('../forward/forward-page.tsx')).ForwardPage }));
const CalendarPage = lazy(async () => ({ default: (await import('../calendar/calendar-page.tsx')).CalendarPage }));
const ChannelsPage = lazy(async () => ({ default: (await import('../channels/channels-page.tsx')).ChannelsPage }));
const DefinitionsPage = lazy(async () => ({
  default: (await import('../definitions/definitions-page.tsx')).DefinitionsPage,
}));
const PolicyPage = lazy(async () => ({ default: (await import('../policy/policy-page.tsx')).PolicyPage }));
const DraftFormPage = lazy(async () => ({ default: (await import('../policy/draft-form-page.tsx')).DraftFormPage }));
const AccountsPage = lazy(async () => ({ default: (await import('../people/accounts-page.tsx')).AccountsPage }));
const OrganisationPage = lazy(async () => ({
  default: (await import('../people/organisation-page.tsx')).OrganisationPage,
}));
const CompareProjectPage = lazy(async () => ({
  default: (await import('../projects/compare-project-page.tsx')).CompareProjectPage,
}));
const OwnAccountPage = lazy(async () => ({ default: (await import('../people/own-account-page.tsx')).OwnAccountPage }));
const DraftPage = lazy(async () => ({ default: (await import('../policy/draft-page.tsx')).DraftPage }));

/** Every page behind the door, each at its address. */
export const Rooms = ({ session }: { session: Schemas['Session'] }) => {
  const { pathname } = useLocation();
  return (
    <Shell session={session}>
      <ErrorBoundary place={pathname}>
        <Suspense fallback={<Skeleton active />}>
          <Routes>
            <Route path="/" element={<LandingPage session={session} />} />
            <Route path="/lists/:list" element={<ListPage />} />
            <Route path="/lists/:list/compare" element={<ComparePage />} />
            <Route path="/projects/:id" element={<ProjectPage />} />
            <Route path="/projects/:id/compare" element={<CompareProjectPage />} />
            <Route path="/today" element={<TodayPage />} />
            <Route path="/board" element={<BoardPage />} />
            <Route path="/regions" element={<RegionsPage />} />
            <Route path="/timeline" element={<TimelinePage />} />
            <Route path="/cockpit" element={<CockpitPage />} />
            <Route path="/numbers/indicators" element={<IndicatorsPage />} />
            <Route path="/numbers/structure" element={<StructurePage />} />
            <Route path="/numbers/targets" element={<TargetsPage />} />
            <Route path="/numbers/boards" element={<BoardsPage />} />
            <Route path="/numbers/periods" element={<PeriodsPage />} />
            <Route path="/numbers/reports" element={<ReportsPage />} />
            <Route path="/numbers/course" element={<CoursePage />} />
            <Route path="/numbers/figures/:metric" element={<FigurePage />} />
            <Route path="/import" element={<ImportPage />} />
            <Route path="/import/past" element={<PastImportsPage />} />
            <Route path="/import/past/:id" element={<PastImportPage />} />
            <Route path="/audit" element={<AuditPage />} />
            <Route path="/inbox" element={<InboxPage />} />
            <Route path="/leader" element={<LeaderPage />} />
            <Route path="/matters/:path" element={<MattersPage />} />
            <Route path="/matters/:path/:id" element={<MatterPage />} />
            <Route path="/checklist" element={<ChecklistPage />} />
            <Route path="/reminders" element={<RemindersPage />} />
            <Route path="/forward" element={<ForwardPage />} />
            <Route path="/calendar" element={<CalendarPage />} />
            <Route path="/channels" element={<ChannelsPage />} />
            <Route path="/definitions" element={<DefinitionsPage />} />
            <Route path="/policy" element={<PolicyPage />} />
            <Route path="/policy/edit" element={<DraftFormPage />} />
            <Route path="/policy/drafts/:draft" element={<DraftPage />} />
            <Route path="/accounts" element={<AccountsPage />} />
            <Route path="/organisation" element={<OrganisationPage />} />
            <Route path="/account" element={<OwnAccountPage />} />
            <Route path="*" element={<NoSuchPage session={session} />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
      <SessionOverDialog session={session} />
    </Shell>
  );
};
