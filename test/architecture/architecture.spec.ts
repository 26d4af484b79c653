import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const check = (...folders: string[]): string => {
  try {
    return execFileSync('npx', ['depcruise', '--config', 'test/architecture/dependency-rules.cjs', ...folders], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

it('every import follows the table of who may import whom', () =>
  expect(check('apps', 'libs')).toContain('no dependency violations found'));

it('the table stops a domain file that reaches for a file system and a library above it', () => {
  const folder = mkdtempSync(join(root, 'libs/domain/src/intruder-'));
  try {
    writeFileSync(
      join(folder, 'index.ts'),
      `import { readFileSync } from 'node:fs';\nimport { migrate } from '#database';\nexport const bad = [readFileSync, migrate];\n`,
    );
    const said = check('libs/domain');
    expect(said).toContain('the-domain-does-nothing');
    expect(said).toContain('domain-imports-only-itself');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
