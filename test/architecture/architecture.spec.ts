import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unusedExports } from './exports.ts';
import { unusedPackages } from './packages.ts';

const root = join(__dirname, '../..');

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

it(
  'every import follows the table of who may import whom',
  () => expect(dependencies('apps', 'libs')).toContain('no dependency violations found'),
  600_000,
);

it('every name that is exported is used elsewhere', () => expect(unusedExports(root)).toEqual([]), 600_000);

it('every package that is declared is used', () => expect(unusedPackages(root)).toEqual([]), 600_000);

/** What each rule of the table must stop: a file at a place, and what it says. `#`: its own folder, made for the test. */
const INTRUDERS: Readonly<Record<string, { readonly at: string; readonly says: string }>> = {
  'the-domain-does-nothing': { at: 'libs/domain/src/#/a.ts', says: `export { readFileSync } from 'node:fs';` },
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
    says: `export { migrate } from '#database';`,
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

it('each rule of the table stops what it forbids', () => {
  const answer = withFiles([...Object.values(INTRUDERS), PARTNER], () => dependencies('apps', 'libs'));
  expect(Object.keys(INTRUDERS).filter((rule) => !answer.includes(`${rule}: `))).toEqual([]);
}, 600_000);

/** What lint says of a text at this place: each message up to its colon. */
const lintSays = (at: string, says: string): readonly string[] => {
  const [place = ''] = at.split('#');
  const answer = withFiles([{ at, says }], () => said('eslint', '--format', 'json', `${place}intruder-*/*.ts`));
  const [{ messages }] = JSON.parse(answer) as [{ messages: { message: string }[] }];
  return messages.map(({ message }) => message.split(':')[0]!);
};

it('lint stops a rule of the domain that reads a clock or throws dice', () => {
  const clock = `export const now = () => [Date.now(), new Date(), Math.random()];`;
  expect(lintSays('libs/domain/src/#/a.ts', clock)).toEqual([
    'The domain reads no clock',
    'The domain reads no clock',
    'The domain throws no dice',
  ]);
}, 600_000);

it.each(['libs/office/src/#/a.ts', 'apps/cli/src/#/a.ts'])(
  'lint stops SQL outside of the libraries that hold its tables: %s',
  (at) => {
    const asks = `export const ask = (pool: { query: (text: string) => unknown }) => pool.query('select title from project_span');`;
    expect(new Set(lintSays(at, asks))).toEqual(new Set(['SQL stands beside its tables']));
  },
  600_000,
);

it('lint stops a cast through another type, and any', () => {
  const casts = `export const read = (text: string): any => JSON.parse(text) as unknown as number;`;
  expect(lintSays('libs/office/src/#/a.ts', casts)).toEqual([
    'Unexpected any. Specify a different type.',
    'A cast through another type says that the types are wrong',
  ]);
}, 600_000);

it('lint stops an app that reaches for the database of its office', () => {
  const reaches = `export const ask = (office: { pool: unknown }) => [office.pool, (({ pool }) => pool)(office)];`;
  expect(lintSays('apps/cli/src/#/a.ts', reaches)).toEqual(Array(2).fill('The office is asked by what it does'));
}, 600_000);
