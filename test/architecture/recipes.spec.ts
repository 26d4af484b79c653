import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What people write: neither tests nor what is generated. */
const SOURCES = ['apps', 'libs']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|\/generated\/|\/stored-shapes\.ts$/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

/** The files that spell one of these names. */
const spelledIn = (names: RegExp): readonly string[] =>
  SOURCES.filter(([, text]) => names.test(text))
    .map(([file]) => file)
    .sort();

const PROJECT = 'libs/domain/src/project';
const WORDS = 'libs/domain/src/words';

it.each<[what: string, names: RegExp, files: readonly string[]]>([
  [
    'a command with its event: its folder and its words',
    /SubmitPreReview|PreReviewSubmitted/,
    [
      `${PROJECT}/commands/negotiation.ts`,
      `${PROJECT}/decisions/negotiation.ts`,
      `${PROJECT}/events.ts`,
      `${PROJECT}/fold.ts`,
      `${WORDS}/commands.ts`,
      `${WORDS}/events.ts`,
    ],
  ],
  [
    'a list, and its form on paper where it has one',
    /'library-negotiation'/,
    ['libs/projections/src/lists/lists.ts', 'libs/reporting/src/lists/layouts.ts'],
  ],
  ['a channel: its file, and its name', /\bwecom\b/, ['libs/channels/src/kinds.ts', 'libs/channels/src/wecom.ts']],
  [
    'a page: itself, its line, its name',
    /RegionsPage|regionsPage|'\/regions'/,
    ['apps/web/src/app/pages.ts', 'apps/web/src/board/board-words.ts', 'apps/web/src/regions/regions-page.tsx'],
  ],
])('who adds one touches no other file (CONTRIBUTING.md, "Recipes"): %s', (_what, names, files) =>
  expect(spelledIn(names)).toEqual(files),
);
