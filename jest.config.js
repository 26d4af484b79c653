// swc compiles, it does not check types: `npm run types` does. Nest and Kysely ship ES modules, so they are compiled too.
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['luodi-source', 'node', 'node-addons'] }, // #name leads to the sources
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '^\\./thread-entry\\.ts$': '<rootDir>/test/support/thread-entry.ts', // threads run from source, too
  },
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/one-connection.ts'],
  globalSetup: '<rootDir>/test/support/postgres-setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.ts',
  testTimeout: 600_000, // a limit is a timed assertion too: this one only ends what hangs
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  maxWorkers: 3, // on two cores: a third of the time of many suites is waiting for servers and browsers
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|kysely|uuid)/)'],
};
