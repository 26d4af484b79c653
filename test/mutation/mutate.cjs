// Changes the code of a library in small ways and tells which changes no test finds: npm run mutate -- imports judge plans/changes.ts
// A large one by a sample of its statements, one in ten of them: npm run mutate -- imports --one-in 10 --seed 7
// Not part of the tests: each change costs a run of those that reach it.
const { existsSync, readdirSync, statSync } = require('node:fs');
const { parseArgs } = require('node:util');
const { Stryker } = require('@stryker-mutator/core');
const { sampled } = require('./sampled.cjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'one-in': { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const [library, ...parts] = positionals;
const [oneIn, seed] = [Number(values['one-in']), values.seed];
const source = `libs/${library}/src`;
if (library === undefined || !existsSync(source)) {
  console.error('Which library? npm run mutate -- LIBRARY [FOLDER|FILE]…');
  process.exit(2);
}

/** Specs beside the library's code, and where else it is proven. Those that start servers, measure memory or draw thousands of ledgers are too slow to be run for each change. */
const PROVEN_IN = { imports: ['test/imports'], domain: ['test/golden'], 'event-store': ['test/golden'] };
const SLOW = /\.int\.spec|(files\/memory|attacks|thread|spill|nothing-vanishes|ledgers|returned|next-issue)\.spec/;
const specs = [source, ...(PROVEN_IN[library] ?? [])].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.spec.ts') && !SLOW.test(name)),
);
/** Tables of words have no rule in them that a change could break, and what every log must do is itself a test. */
const TABLES = [
  'index.ts',
  'contract.ts',
  'columns/field-rules.ts',
  'columns/english-rules.ts',
  'columns/field-names.ts',
  'judge/findings.ts',
];

/** Code whose work is questions to a server, proven only by specs with servers, which take no part here: their rules stand in files beside them. */
const WITH_SERVERS = {
  'event-store': [
    ...[
      'catch-up',
      'connection',
      'directory',
      'finding',
      'kurrent-store',
      'moves',
      'reading',
      'reading-on',
      'writing',
    ].map((name) => `kurrent/${name}.ts`),
    ...['into-kurrent', 'into-postgres', 'move-home'].map((name) => `moving/${name}.ts`),
    ...['known-names', 'opening', 'people', 'person-keys', 'seal-old', 'sealing'].map((name) => `people/${name}.ts`),
    ...['postgres', 'postgres-heads', 'postgres-insert', 'postgres-writer'].map((name) => `${name}.ts`),
    ...['follower', 'lead', 'log-home', 'news'].map((name) => `${name}.ts`), // tables beside the log
  ],
  reminders: [
    ...['queue', 'queue-desk', 'queue-look', 'redis-connection', 'watch-table'].map((name) => `alarm/${name}.ts`),
    ...['ledger-postgres', 'ledger-table', 'ledger-write', 'post-write', 'rebuild', 'settled-in'].map(
      (name) => `ledger/${name}.ts`,
    ),
    ...['coming', 'inbox-groups', 'inbox-page', 'ledger-page', 'notice-row'].map((name) => `shown/${name}.ts`),
  ],
};
/** Of these a test takes part that is longer than half a second: here it imports a whole file, often several. */
const LONGEST_MS = { imports: 120 };
const isLeftOut = (file) => [...TABLES, ...(WITH_SERVERS[library] ?? [])].includes(file.slice(source.length + 1));

const filesOf = (part) => {
  const path = part === '' ? source : `${source}/${part}`;
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
};
const files = (parts.length === 0 ? [''] : parts).flatMap(filesOf).filter((file) => !isLeftOut(file));

new Stryker({
  mutate: oneIn === 1 ? files : files.flatMap((file) => sampled(file, oneIn, seed)),
  mutator: { excludedMutations: ['StringLiteral'] }, // codes are checked by types, sentences are no rules
  plugins: [require.resolve('./in-one-process.cjs')],
  testRunner: 'in-one-process',
  testRunnerNodeArgs: ['--conditions=luodi-source', '--require', require.resolve('../support/source.cjs')],
  specs, // for in-one-process.cjs, as is the next
  longestMs: LONGEST_MS[library] ?? 500, // what a long test proves, a quicker one proves too
  warnings: { unknownOptions: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true, // what is worked out once at the start would cost a run of everything
  concurrency: 1,
  timeoutMS: 5_000,
  ignorePatterns: ['/dist', '/data', '/docker', '/coverage'],
  tempDirName: 'coverage/mutation', // not below node_modules: jest finds no tests there
  allowEmpty: true,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `node_modules/.cache/mutation-${library}.json` },
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
})
  .runMutationTest()
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
