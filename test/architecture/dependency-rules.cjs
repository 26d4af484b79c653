// Who may import whom. Run by `npm run architecture`, and by the tests. Each rule says what to do when it stops you.
const lib = (name) => `^libs/${name}/src`;
const nothingBut = (name, ...allowed) => ({
  name: `${name}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  severity: 'error',
  comment: `libs/${name} may use ${allowed.length === 0 ? 'no other library' : allowed.join(', ')} only: put what both need into the lower one, or move the rule up.`,
  from: { path: lib(name), pathNot: '\\.spec\\.ts$' },
  to: { path: '^(libs|apps)/', pathNot: [name, ...allowed].map(lib).join('|') },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea or three: cut the cycle.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    nothingBut('domain'),
    nothingBut('database', 'domain'),
    nothingBut('event-store', 'domain', 'database'),
    nothingBut('audit', 'domain', 'database', 'event-store'),
    nothingBut('identity', 'domain', 'database', 'event-store'),
    nothingBut('projections', 'domain', 'database', 'event-store'),
    nothingBut('imports', 'domain', 'event-store'),
    nothingBut('channels', 'domain'),
    nothingBut('reminders', 'domain', 'database', 'event-store', 'channels'),
    nothingBut('reporting', 'domain', 'event-store', 'projections'),
    nothingBut(
      'office',
      ...['domain', 'database', 'event-store', 'projections', 'reporting', 'reminders'],
      ...['channels', 'imports', 'identity', 'audit'],
    ),
    {
      name: 'libraries-are-entered-by-their-index',
      severity: 'error',
      comment: 'Import #name; what is missing there belongs into its index.ts.',
      from: { path: '^(libs/([^/]+)|apps)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/src/.+', pathNot: ['^libs/$2/', '/src/index\\.ts$'] },
    },
    {
      name: 'no-nest-in-libraries',
      severity: 'error',
      comment: '@nestjs belongs into apps and *.module.ts: libraries are plain functions.',
      from: { path: '^libs/', pathNot: '\\.module\\.ts$' },
      to: { path: 'node_modules/@nestjs' },
    },
    {
      name: 'the-domain-does-nothing',
      severity: 'error',
      comment: 'The domain knows no file, no network, no database: pass what it needs.',
      from: { path: lib('domain'), pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-page-knows-only-the-api',
      severity: 'error',
      comment: 'apps/web talks to the published OpenAPI through its generated types.',
      from: { path: '^apps/web' },
      to: { path: '^(libs|apps/(api|worker|cli))/' },
    },
    {
      name: 'no-file-without-a-reader',
      severity: 'error',
      comment: 'No process reaches this file: use it or delete it.',
      from: { orphan: true, pathNot: ['\\.spec\\.ts$', '\\.d\\.ts$', '^apps/web/', '/index\\.ts$'] },
      to: {},
    },
    {
      name: 'nothing-undeclared',
      severity: 'error',
      comment: 'Add the package to package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'test/architecture/library-names.cjs' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^dist/|^apps/web/(dist|src/generated)/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
