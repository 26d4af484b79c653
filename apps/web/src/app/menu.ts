import type { Schemas } from '../ask/api.ts';
import type { Word } from '../words/words.ts';

type Permission = Schemas['Session']['permissions'][number];

/** A page in the menu. `needs`: the right without which it would be empty. */
export interface Entry {
  readonly path: string;
  readonly word: Word;
  readonly needs?: Permission;
  readonly also?: readonly string[]; // addresses below which this entry is the chosen one
}
export interface Room {
  readonly key: string;
  readonly word: Word;
  readonly entries: readonly Entry[];
}

/** Seven rooms, each for one kind of work. Who may not enter any page of a room does not see it. */
const ROOMS: readonly Room[] = [
  {
    key: 'today',
    word: 'roomToday',
    entries: [
      { path: '/today', word: 'myDay', needs: 'see-projects' },
      { path: '/inbox', word: 'inbox' },
    ],
  },
  {
    key: 'cockpit',
    word: 'roomCockpit',
    entries: [
      { path: '/cockpit', word: 'wholePicture', needs: 'see-projects' },
      { path: '/leader', word: 'leaderView', needs: 'see-projects' },
    ],
  },
  {
    key: 'projects',
    word: 'roomProjects',
    entries: [
      { path: '/lists/signed-not-started', word: 'allProjects', needs: 'see-projects', also: ['/lists', '/projects'] },
      { path: '/board', word: 'boardPage', needs: 'see-projects' },
      { path: '/timeline', word: 'timelinePage', needs: 'see-projects' },
      { path: '/regions', word: 'regionsPage', needs: 'see-projects' },
      { path: '/matters/outreach-records', word: 'outreachLedger', needs: 'see-projects' },
    ],
  },
  {
    key: 'supervision',
    word: 'roomSupervision',
    entries: [
      { path: '/matters/orders', word: 'orderDesk', needs: 'see-projects' },
      { path: '/matters/issues', word: 'issueLedger', needs: 'see-projects' },
      { path: '/matters/meetings', word: 'meetings', needs: 'see-projects' },
      { path: '/matters/scheduling-lists', word: 'schedulingLists', needs: 'see-projects' },
      { path: '/matters/approvals', word: 'approvals', needs: 'see-projects' },
      { path: '/checklist', word: 'checklist', needs: 'see-projects' },
      { path: '/forward', word: 'forwardPage', needs: 'see-projects' },
      { path: '/reminders', word: 'reminderLedger', needs: 'see-projects' },
    ],
  },
  {
    key: 'numbers',
    word: 'roomNumbers',
    entries: [
      { path: '/numbers/indicators', word: 'indicatorsPage', needs: 'see-projects', also: ['/numbers/figures'] },
      { path: '/numbers/structure', word: 'structurePage', needs: 'see-projects' },
      { path: '/numbers/course', word: 'coursePage', needs: 'see-projects' },
      { path: '/numbers/targets', word: 'targetsPage', needs: 'see-projects' },
      { path: '/numbers/boards', word: 'boardsPage', needs: 'see-projects' },
      { path: '/numbers/periods', word: 'periodsPage', needs: 'see-projects' },
      { path: '/numbers/reports', word: 'reportsPage', needs: 'see-projects' },
    ],
  },
  {
    key: 'ledgers',
    word: 'roomLedgers',
    entries: [
      { path: '/import', word: 'importLedger', needs: 'import' },
      { path: '/import/past', word: 'pastImports', needs: 'import' },
    ],
  },
  {
    key: 'settings',
    word: 'roomSettings',
    entries: [
      { path: '/accounts', word: 'accountsPage', needs: 'keep-accounts' },
      { path: '/organisation', word: 'organisationPage' },
      { path: '/policy', word: 'policyPage', needs: 'see-projects' },
      { path: '/calendar', word: 'calendarPage', needs: 'see-projects' },
      { path: '/definitions', word: 'definitionsPage', needs: 'see-projects' },
      { path: '/channels', word: 'channelsPage', needs: 'keep-accounts' },
      { path: '/audit', word: 'auditRoom', needs: 'read-audit' },
      { path: '/account', word: 'ownAccount' },
    ],
  },
];

/** The rooms that somebody with these rights may enter. */
export const roomsFor = (permissions: readonly Permission[]): readonly Room[] =>
  ROOMS.map((room) => ({
    ...room,
    entries: room.entries.filter(({ needs }) => needs === undefined || permissions.includes(needs)),
  })).filter(({ entries }) => entries.length > 0);

// Pages whose numbers and rows are those of the time that is looked at; the others show the present, and say so.
const TIMED: readonly string[] = [
  '/lists',
  '/projects',
  '/cockpit',
  '/leader',
  '/today',
  '/matters',
  '/checklist',
  '/board',
  '/timeline',
  '/regions',
  ...['indicators', 'structure', 'course', 'figures', 'reports', 'targets', 'boards'].map((page) => `/numbers/${page}`),
];

const holds = (place: string, pathname: string): boolean => pathname === place || pathname.startsWith(`${place}/`);

/** Where an address stands in the menu, as near as it can be told; null for a page that has no entry. */
export const placeOf = (
  rooms: readonly Room[],
  pathname: string,
): { readonly room: Room; readonly entry: Entry } | null =>
  rooms
    .flatMap((room) =>
      room.entries.flatMap((entry) =>
        [entry.path, ...(entry.also ?? [])]
          .filter((place) => holds(place, pathname))
          .map((place) => ({ room, entry, place })),
      ),
    )
    .sort((a, b) => b.place.length - a.place.length)[0] ?? null;

/** Whether a page shows what the chosen time shows. */
export const followsTime = (pathname: string): boolean => TIMED.some((place) => holds(place, pathname));
