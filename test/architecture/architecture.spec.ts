import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { givenInVain, unusedExports } from './exports.ts';
import { unusedPackages } from './packages.ts';

const root = join(__dirname, '../..');
const { forbidden } = createRequire(__filename)('./dependency-rules.cjs') as {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
};

/** What a tool says of these paths. */
const said = (tool: string, ...given: string[]): string => {
  try {
    return execFileSync('npx', [tool, ...given], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};
const dependencies = (...folders: string[]): string =>
  said('depcruise', '--config', 'test/architecture/dependency-rules.cjs', ...folders);

it('every name that is exported is used elsewhere', () => expect(unusedExports(root)).toEqual([]), 600_000);

it(
  'an index gives away only what somebody outside its library uses',
  () => expect(givenInVain(root)).toEqual([]),
  600_000,
);

it('an export that only an index gives away, and a package that nobody imports, are named', () => {
  const tree = mkdtempSync(join(tmpdir(), 'luodi-unused-'));
  const texts: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({
      dependencies: { used: '1', idle: '1' },
      devDependencies: { '@types/used': '1', '@types/idle': '1' },
    }),
    'apps/main.ts': `import used from 'used';\nimport { said } from '../libs/words/src/index.ts';\nused(said);`,
    'libs/words/src/words.ts': 'export const said = 1;\nexport const unsaid = 2;',
    'libs/words/src/index.ts': `export { said, unsaid } from './words.ts';`,
    'test/none.ts': '',
    'eslint.config.mjs': '',
    'jest.config.js': '',
  };
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  expect(unusedExports(tree)).toEqual(['libs/words/src/words.ts: unsaid']);
  expect(givenInVain(tree)).toEqual(['libs/words/src/index.ts: unsaid']);
  expect(unusedPackages(tree)).toEqual(['idle', '@types/idle']);
  rmSync(tree, { recursive: true });
});

it('every package that is declared is used', () => expect(unusedPackages(root)).toEqual([]), 600_000);

/** What each rule of the table must stop: a file at a place, and what it says. `#`: its own folder, made for the test. */
const INTRUDERS: Readonly<Record<string, { readonly at: string; readonly says: string }>> = {
  'the-domain-does-nothing': { at: 'libs/domain/src/#/a.ts', says: `export { readFileSync } from 'node:fs';` },
  'the-domain-knows-no-package-that-acts': { at: 'libs/domain/src/#/c.ts', says: `export { Pool } from 'pg';` },
  'telemetry-imports-only-what-lies-below': {
    at: 'libs/telemetry/src/#/a.ts',
    says: `export { LISTS } from '#projections';`,
  },
  'domain-imports-only-what-lies-below': { at: 'libs/domain/src/#/b.ts', says: `export { migrate } from '#database';` },
  'database-imports-only-what-lies-below': { at: 'libs/database/src/#/a.ts', says: `export { verify } from '#audit';` },
  'event-store-imports-only-what-lies-below': {
    at: 'libs/event-store/src/#/a.ts',
    says: `export { explain } from '#projections';`,
  },
  'audit-imports-only-what-lies-below': { at: 'libs/audit/src/#/a.ts', says: `export { LISTS } from '#projections';` },
  'identity-imports-only-what-lies-below': { at: 'libs/identity/src/#/a.ts', says: `export { verify } from '#audit';` },
  'projections-imports-only-what-lies-below': {
    at: 'libs/projections/src/#/a.ts',
    says: `export { owed } from '#reminders';`,
  },
  'imports-imports-only-what-lies-below': {
    at: 'libs/imports/src/#/a.ts',
    says: `export { projectModel } from '#projections';`,
  },
  'channels-imports-only-what-lies-below': {
    at: 'libs/channels/src/#/a.ts',
    says: `export { memoryStore } from '#event-store';`,
  },
  'reminders-imports-only-what-lies-below': {
    at: 'libs/reminders/src/#/a.ts',
    says: `export { readWorkbook } from '#imports';`,
  },
  'reporting-imports-only-what-lies-below': {
    at: 'libs/reporting/src/#/a.ts',
    says: `export { readWorkbook } from '#imports';`,
  },
  'office-imports-only-what-lies-below': {
    at: 'libs/office/src/#/i.ts',
    says: `export { startServer } from '../../../../apps/api/src/start.ts';`,
  },
  'no-cycles': {
    at: 'libs/office/src/#/a.ts',
    says: `import type { B } from './b.ts';\nexport type A = { readonly b: B };`,
  },
  'libraries-are-entered-by-their-index': {
    at: 'libs/office/src/#/c.ts',
    says: `export { inTurn } from '../../../event-store/src/in-turn.ts';`,
  },
  'nest-and-http-in-apps-only': { at: 'libs/office/src/#/d.ts', says: `export { Inject } from '@nestjs/common';` },
  'apps-never-import-apps': {
    at: 'apps/cli/src/#/a.ts',
    says: `export { startServer } from '../../../api/src/start.ts';`,
  },
  'apps-and-office-know-no-database': { at: 'libs/office/src/#/h.ts', says: `export { Pool } from 'pg';` },
  'production-imports-no-test-code': {
    at: 'libs/office/src/#/e.ts',
    says: `export { freshDatabase } from '../../../../test/support/postgres.ts';`,
  },
  'the-page-knows-only-the-api': { at: 'apps/web/src/#/a.ts', says: `export { PHASES } from '#domain';` },
  'everything-is-reached-from-a-program': { at: 'libs/office/src/#/f.ts', says: `export const nobody = 'reads this';` },
  'nothing-undeclared': { at: 'libs/office/src/#/g.ts', says: `export { x } from 'no-such-package';` },
  'nothing-from-elsewhere': { at: 'libs/office/src/#/j.ts', says: `export { default } from 'semver';` },
};
const PARTNER = {
  at: 'libs/office/src/#/b.ts',
  says: `import type { A } from './a.ts';\nexport type B = readonly A[];`,
};

/** Lays files into folders of their own, works, and takes the folders away again. */
const withFiles = <T>(files: readonly { readonly at: string; readonly says: string }[], work: () => T): T => {
  const folders = new Map<string, string>();
  try {
    for (const { at, says } of files) {
      const place = at.slice(0, at.indexOf('/#'));
      const folder = folders.get(place) ?? mkdtempSync(join(root, place, 'intruder-'));
      folders.set(place, folder);
      const file = join(folder, at.slice(at.indexOf('#') + 2));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${says}\n`);
    }
    return work();
  } finally {
    for (const folder of folders.values()) rmSync(folder, { recursive: true });
  }
};

it('each rule of the table says what to do, and has an intruder', () => {
  expect(forbidden.filter(({ comment }) => comment.length < 20)).toEqual([]);
  expect(Object.keys(INTRUDERS).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

it('every import follows the table of who may import whom, and each rule of it stops what it forbids', () => {
  const answer = withFiles([...Object.values(INTRUDERS), PARTNER], () => dependencies('apps', 'libs'));
  expect(Object.keys(INTRUDERS).filter((rule) => !answer.includes(`${rule}: `))).toEqual([]);
  expect(answer.split('\n').filter((line) => /^\s*(error|warn) /.test(line) && !line.includes('intruder-'))).toEqual(
    [],
  );
}, 600_000);

const SQL = `export const ask = (pool: { query: (text: string) => unknown }) => pool.query('select title from project_span');`;
const RAW = 'Say it with `t` or `say`, and marks with `marks` of `useWords`';
const PROMISE =
  'Promises must be awaited, end with a call to .catch, end with a call to .then with a rejection handler or be explicitly marked as ignored with the `void` operator.';
const TWICE_SQL = ['SQL stands beside its tables', 'SQL stands beside its tables']; // for the call and for its text
/** What lint must say of a text at its place, each message up to its colon. */
const LINTED: Readonly<
  Record<string, { readonly at: string; readonly says: string; readonly stops: readonly string[] }>
> = {
  'a rule of the domain that reads a clock or throws dice': {
    at: 'libs/domain/src/#/a.ts',
    says: `export const now = () => [Date.now(), new Date(), Math.random()];`,
    stops: ['The domain reads no clock', 'The domain reads no clock', 'The domain throws no dice'],
  },
  'SQL in the office': { at: 'libs/office/src/#/a.ts', says: SQL, stops: TWICE_SQL },
  'SQL in an app': { at: 'apps/worker/src/#/a.ts', says: SQL, stops: TWICE_SQL },
  'a cast through another type, and any': {
    at: 'libs/imports/src/#/a.ts',
    says: `export const read = (text: string, _more: any): number => text as unknown as number;`,
    stops: ['Unexpected any. Specify a different type.', 'A cast through another type says that the types are wrong'],
  },
  'a file that gives everything away': {
    at: 'libs/channels/src/#/b.ts',
    says: `export * from '../reachable.ts';`,
    stops: ['Name what a file gives away'],
  },
  'text of an amount that is read by hand': {
    at: 'libs/reporting/src/#/a.ts',
    says: `export const fen = (amount: string): bigint => BigInt(amount.replace('.', ''));`,
    stops: ['Text of an amount is read by fenOf and written by moneyOf (libs/domain/src/money.ts), nowhere else.'],
  },
  'an event at a version that is written out': {
    at: 'libs/identity/src/#/b.ts',
    says: 'export const stored = { schemaVersion: 1 };',
    stops: ['An event is written at the version that it has today'],
  },
  'a way to another page that forgets the time': {
    at: 'apps/web/src/parts/#/a.tsx',
    says: `export { Link } from 'react-router';`,
    stops: ["'Link' import from 'react-router' is restricted. A way to another page keeps the time that is looked at"],
  },
  'a promise that nobody waits for': {
    at: 'libs/telemetry/src/#/a.ts',
    says: `export const begin = (work: () => Promise<void>): void => {\n  work();\n};`,
    stops: [PROMISE],
  },
  'two statements on one line': {
    at: 'libs/audit/src/#/b.ts',
    says: 'export const both = (): number => { const one = 1; return one; };',
    stops: ['This line has 3 statements. Maximum allowed is 1.'],
  },
  'a page that says something raw in one language': {
    at: 'apps/web/src/#/b.tsx',
    says: "export const Said = () => <p title={'标题'}>{`全部`}：</p>;",
    stops: [RAW, RAW, RAW],
  },
  'an app that reaches for the database of its office': {
    at: 'apps/cli/src/#/a.ts',
    says: `export const ask = (office: { pool: unknown }) => [office.pool, (({ pool }) => pool)(office)];`,
    stops: ['The office is asked by what it does', 'The office is asked by what it does'],
  },
};

it('lint stops what it must stop, each at its place', () => {
  const answer = withFiles(Object.values(LINTED), () =>
    said('eslint', '--format', 'json', ...Object.values(LINTED).map(({ at }) => at.replace('#/', 'intruder-*/'))),
  );
  const files = JSON.parse(answer) as { filePath: string; messages: { message: string }[] }[];
  const stops = ({ at }: { at: string }): readonly string[] =>
    files
      .filter(({ filePath }) => filePath.includes(`/${at.slice(0, at.indexOf('#'))}intruder-`))
      .flatMap(({ messages }) => messages.map(({ message }) => message.split(':')[0]!));
  expect(Object.fromEntries(Object.entries(LINTED).map(([what, one]) => [what, stops(one)]))).toEqual(
    Object.fromEntries(Object.entries(LINTED).map(([what, one]) => [what, one.stops])),
  );
}, 600_000);
