import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
const SOURCES = /\.(ts|tsx|cjs|mjs|sh|json|md)$/;

/** The README that a bare `README, "Section"` means: the next one up from the file. */
const nearestReadme = (file: string): string => {
  for (let folder = dirname(file); folder.startsWith(root); folder = dirname(folder))
    if (existsSync(join(folder, 'README.md'))) return join(folder, 'README.md');
  return join(root, 'README.md');
};
const named = (file: string, path: string): string =>
  [join(root, path), join(dirname(file), path)].find((one) => existsSync(one)) ?? '';
const hasHeading = (document: string, heading: string): boolean =>
  readFileSync(document, 'utf8')
    .split('\n')
    .some((line) => line.startsWith('#') && line.replace(/^#+ /, '') === heading);

/** Citations of a text that lead nowhere: documents that are not in the repository, sections that their README does not have. */
const astray = (file: string, text: string): readonly string[] => {
  const missing = [...text.matchAll(/[\w./-]*[\w-]\.md\b/g)].map(([path]) => path).filter((path) => !named(file, path));
  const sections = [...text.matchAll(/((?:[\w./-]+\/)?README)(?:\.md)?, "([^"]+)"/g)].filter(([, readme, heading]) => {
    const document = readme === 'README' ? nearestReadme(file) : named(file, `${readme}.md`);
    return document === '' || !hasHeading(document, heading!);
  });
  return [...missing, ...sections.map(([citation]) => citation)].map((one) => `${relative(root, file)}: ${one}`);
};

it('whatever a source cites is in the repository, and has the section that is named', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(root, name));
  const sources = ['apps', 'libs', 'test', 'docker'].flatMap((folder) => filesBelow(join(root, folder)));
  const cited = [...documents, ...sources].filter((file) => SOURCES.test(file) && file !== __filename);
  expect(cited.flatMap((file) => astray(file, readFileSync(file, 'utf8')))).toEqual([]);
});

it('a citation of a document or a section that is not there is found', () => {
  const file = join(root, 'libs/domain/src/money.ts');
  expect(astray(file, '(elsewhere.md, 4) and (README, "Invariants") and (README, "Weather")')).toEqual([
    'libs/domain/src/money.ts: elsewhere.md',
    'libs/domain/src/money.ts: README, "Weather"',
  ]);
});
