import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const EXPORTED =
  /^export (?:abstract )?(?:async )?(?:const|function\*?|class|interface|type|enum|let)\s+([A-Za-z_$][\w$]*)/gm;
const GIVEN_AWAY = /^export (?:type )?\{([^}]*)\}/gm;
const WORD = /[A-Za-z_$][\w$]*/g;
const SOURCE = /\.(tsx?|mts|cjs)$/;

const textsOf = (root: string): readonly (readonly [file: string, text: string])[] =>
  ['apps', 'libs', 'test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((name) => SOURCE.test(name) && !/node_modules|\/generated\//.test(name))
    .map((file) => [relative(root, file), readFileSync(file, 'utf8')] as const);

/** Which files say a name. */
const sayingOf = (texts: ReturnType<typeof textsOf>): ReadonlyMap<string, ReadonlySet<string>> => {
  const saying = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const [word] of text.matchAll(WORD)) saying.set(word, (saying.get(word) ?? new Set()).add(file));
  return saying;
};

/** Names that a file exports and that nobody but its library's index says: no other source, spec or tool. Answers "file: name". */
export const unusedExports = (root: string): readonly string[] => {
  const texts = textsOf(root);
  const saying = sayingOf(texts.filter(([file]) => !file.endsWith('/index.ts')));
  return texts
    .filter(([file]) => !file.endsWith('.spec.ts'))
    .flatMap(([file, text]) =>
      [...text.matchAll(EXPORTED)]
        .map(([, name]) => name!)
        .filter((name) => [...saying.get(name)!].every((other) => other === file))
        .map((name) => `${file}: ${name}`),
    );
};

/** Names that the index of a library gives away and that nobody outside the library says. Answers "index: name". */
export const givenInVain = (root: string): readonly string[] => {
  const texts = textsOf(root);
  const saying = sayingOf(texts);
  return texts
    .filter(([file]) => /^libs\/[^/]+\/src\/index\.ts$/.test(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(GIVEN_AWAY)]
        .flatMap(([, names]) => names!.split(','))
        .map((name) => name.trim().replace(/^type |^.* as /g, ''))
        .filter((name) => name !== '')
        .filter((name) => [...saying.get(name)!].every((other) => other.startsWith(file.replace('src/index.ts', ''))))
        .map((name) => `${file}: ${name}`),
    );
};
