import type { ComponentType } from 'react';
import type { Schemas } from '../ask/api.ts';
import type { Word } from '../words/words.ts';

export type Permission = Schemas['Session']['permissions'][number];

/** Seven rooms, each for one kind of work, in the order in which they stand in the menu. */
export const ROOMS = [
  { key: 'today', word: 'roomToday' },
  { key: 'cockpit', word: 'roomCockpit' },
  { key: 'projects', word: 'roomProjects' },
  { key: 'supervision', word: 'roomSupervision' },
  { key: 'numbers', word: 'roomNumbers' },
  { key: 'ledgers', word: 'roomLedgers' },
  { key: 'settings', word: 'roomSettings' },
] as const satisfies readonly { key: string; word: Word }[];

/** An entry of the menu. */
export interface Entry {
  readonly room: (typeof ROOMS)[number]['key'];
  readonly path: string; // what it opens
  readonly word: Word;
  readonly needs?: Permission; // the right without which the page would be empty
  readonly also?: readonly string[]; // addresses below which this entry is the chosen one
}

/** A page behind the door. */
export interface Page {
  readonly path: string; // its address, as the router writes it
  readonly load: () => Promise<ComponentType>;
  readonly timed?: true; // its numbers and rows are those of the time that is looked at; the others show the present, and say so
  readonly only?: Permission; // the right without which nothing on it can be seen or done: others are told so in its place
  readonly entries?: readonly Entry[];
}

// The entry of a page that has one and the same address; without `needs`, everybody may see it.
const at = (room: Entry['room'], path: string, word: Word, needs?: Permission): Pick<Page, 'path' | 'entries'> => ({
  path,
  entries: [{ room, path, word, ...(needs !== undefined && { needs }) }],
});

const matters = (room: Entry['room'], kind: string, word: Word): Entry => ({
  room,
  path: `/matters/${kind}`,
  word,
  needs: 'see-projects',
});

/** Every page behind the door, each once, in the order of the menu. It comes when it is first opened: who only looks at lists does not wait for the policy editor. */
// prettier-ignore
export const PAGES: readonly Page[] = [
  { ...at('today', '/today', 'myDay', 'see-projects'), timed: true, load: async () => (await import('../today/today-page.tsx')).TodayPage },
  { ...at('today', '/inbox', 'inbox'), load: async () => (await import('../reminders/inbox-page.tsx')).InboxPage },
  { ...at('cockpit', '/cockpit', 'wholePicture', 'see-projects'), timed: true, load: async () => (await import('../cockpit/cockpit-page.tsx')).CockpitPage },
  { ...at('cockpit', '/leader', 'leaderView', 'see-projects'), timed: true, load: async () => (await import('../lists/leader-page.tsx')).LeaderPage },
  {
    path: '/lists/:list',
    timed: true,
    load: async () => (await import('../lists/list-page.tsx')).ListPage,
    entries: [
      { room: 'projects', path: '/lists/signed-not-started', word: 'allProjects', needs: 'see-projects', also: ['/lists', '/projects'] },
    ],
  },
  { path: '/lists/:list/compare', timed: true, load: async () => (await import('../lists/compare-page.tsx')).ComparePage },
  { path: '/projects/:id', timed: true, load: async () => (await import('../projects/project-page.tsx')).ProjectPage },
  { path: '/projects/:id/compare', timed: true, load: async () => (await import('../projects/compare-project-page.tsx')).CompareProjectPage },
  { ...at('projects', '/board', 'boardPage', 'see-projects'), timed: true, load: async () => (await import('../board/board-page.tsx')).BoardPage },
  { ...at('projects', '/timeline', 'timelinePage', 'see-projects'), timed: true, load: async () => (await import('../timeline/timeline-page.tsx')).TimelinePage },
  { ...at('projects', '/regions', 'regionsPage', 'see-projects'), timed: true, load: async () => (await import('../regions/regions-page.tsx')).RegionsPage },
  {
    path: '/matters/:path',
    timed: true,
    load: async () => (await import('../matters/matters-page.tsx')).MattersPage,
    entries: [
      matters('projects', 'outreach-records', 'outreachLedger'),
      matters('supervision', 'orders', 'orderDesk'),
      matters('supervision', 'issues', 'issueLedger'),
      matters('supervision', 'meetings', 'meetings'),
      matters('supervision', 'scheduling-lists', 'schedulingLists'),
      matters('supervision', 'approvals', 'approvals'),
    ],
  },
  { path: '/matters/:path/:id', timed: true, load: async () => (await import('../matters/matter-page.tsx')).MatterPage },
  { ...at('supervision', '/checklist', 'checklist', 'see-projects'), timed: true, load: async () => (await import('../checklists/checklist-page.tsx')).ChecklistPage },
  { ...at('supervision', '/forward', 'forwardPage', 'see-projects'), load: async () => (await import('../forward/forward-page.tsx')).ForwardPage },
  { ...at('supervision', '/reminders', 'reminderLedger', 'see-projects'), load: async () => (await import('../reminders/reminders-page.tsx')).RemindersPage },
  {
    path: '/numbers/indicators',
    timed: true,
    load: async () => (await import('../numbers/indicators-page.tsx')).IndicatorsPage,
    entries: [
      { room: 'numbers', path: '/numbers/indicators', word: 'indicatorsPage', needs: 'see-projects', also: ['/numbers/figures'] },
    ],
  },
  { path: '/numbers/figures/:metric', timed: true, load: async () => (await import('../numbers/figure-page.tsx')).FigurePage },
  { ...at('numbers', '/numbers/structure', 'structurePage', 'see-projects'), timed: true, load: async () => (await import('../numbers/structure-page.tsx')).StructurePage },
  { ...at('numbers', '/numbers/course', 'coursePage', 'see-projects'), timed: true, load: async () => (await import('../numbers/course-page.tsx')).CoursePage },
  { ...at('numbers', '/numbers/targets', 'targetsPage', 'see-projects'), timed: true, load: async () => (await import('../targets/targets-page.tsx')).TargetsPage },
  { ...at('numbers', '/numbers/boards', 'boardsPage', 'see-projects'), timed: true, load: async () => (await import('../boards/boards-page.tsx')).BoardsPage },
  { ...at('numbers', '/numbers/periods', 'periodsPage', 'see-projects'), load: async () => (await import('../periods/periods-page.tsx')).PeriodsPage },
  { ...at('numbers', '/numbers/reports', 'reportsPage', 'see-projects'), timed: true, load: async () => (await import('../reports/reports-page.tsx')).ReportsPage },
  { ...at('ledgers', '/import', 'importLedger', 'import'), only: 'import', load: async () => (await import('../imports/import-page.tsx')).ImportPage },
  { ...at('ledgers', '/import/past', 'pastImports', 'import'), load: async () => (await import('../imports/past-imports-page.tsx')).PastImportsPage },
  { path: '/import/past/:id', load: async () => (await import('../imports/past-import-page.tsx')).PastImportPage },
  { ...at('settings', '/accounts', 'accountsPage', 'see-accounts'), only: 'see-accounts', load: async () => (await import('../people/accounts-page.tsx')).AccountsPage },
  { ...at('settings', '/organisation', 'organisationPage'), load: async () => (await import('../people/organisation-page.tsx')).OrganisationPage },
  { ...at('settings', '/policy', 'policyPage', 'see-projects'), load: async () => (await import('../policy/policy-page.tsx')).PolicyPage },
  { path: '/policy/edit', only: 'keep-policy', load: async () => (await import('../policy/draft-form-page.tsx')).DraftFormPage },
  { path: '/policy/drafts/:draft', load: async () => (await import('../policy/draft-page.tsx')).DraftPage },
  { ...at('settings', '/calendar', 'calendarPage', 'see-projects'), load: async () => (await import('../calendar/calendar-page.tsx')).CalendarPage },
  { ...at('settings', '/definitions', 'definitionsPage', 'see-projects'), load: async () => (await import('../definitions/definitions-page.tsx')).DefinitionsPage },
  { ...at('settings', '/layouts', 'layoutsPage', 'see-projects'), load: async () => (await import('../layouts/layouts-page.tsx')).LayoutsPage },
  { ...at('settings', '/channels', 'channelsPage', 'keep-accounts'), only: 'keep-accounts', load: async () => (await import('../channels/channels-page.tsx')).ChannelsPage },
  { ...at('settings', '/audit', 'auditRoom', 'read-audit'), only: 'read-audit', load: async () => (await import('../audit/audit-page.tsx')).AuditPage },
  { ...at('settings', '/account', 'ownAccount'), load: async () => (await import('../people/own-account-page.tsx')).OwnAccountPage },
];
