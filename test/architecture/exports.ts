import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const EXPORTED =
  /^export (?:abstract )?(?:async )?(?:const|function\*?|class|interface|type|enum|let)\s+([A-Za-z_$][\w$]*)/gm;
const WORD = /[A-Za-z_$][\w$]*/g;
const SOURCE = /\.(tsx?|mts|cjs)$/;

/** Names that a file exports and that nobody but its library's index says: no other source, spec or tool. Answers "file: name". */
export const unusedExports = (root: string): readonly string[] => {
  const files = ['apps', 'libs', 'test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((name) => SOURCE.test(name) && !/node_modules|\/generated\//.test(name));
  const saying = new Map<string, Set<string>>();
  const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
  for (const [file, text] of texts)
    if (!file.endsWith('/index.ts'))
      for (const [word] of text.matchAll(WORD)) saying.set(word, (saying.get(word) ?? new Set()).add(file));
  return texts
    .filter(([file]) => !file.endsWith('.spec.ts'))
    .flatMap(([file, text]) =>
      [...text.matchAll(EXPORTED)]
        .map(([, name]) => name!)
        .filter((name) => [...saying.get(name)!].every((other) => other === file))
        .map((name) => `${relative(root, file)}: ${name}`),
    );
};
