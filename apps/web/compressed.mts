import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const TEXT = /\.(?:js|css|html|svg)$/;
const BEFORE_SIGNING_IN = 300_000; // bytes, compressed: what stands between a person and the form to sign in

const contentOf = (file: Bundle[string]): Buffer => Buffer.from(file.type === 'chunk' ? file.code : file.source);

const brotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

/** The files that the browser needs before it can show the first form: the entry, all that it imports, the styles, the document. */
const firstFiles = (bundle: Bundle): ReadonlySet<string> => {
  const found = new Set<string>();
  const follow = (name: string): void => {
    const file = bundle[name];
    if (found.has(name) || file?.type !== 'chunk') return;
    found.add(name);
    file.imports.forEach(follow);
  };
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.isEntry) follow(file.fileName);
    if (file.type === 'asset' && /\.(?:css|html)$/.test(file.fileName)) found.add(file.fileName);
  }
  return found;
};

/** Writes each file of the page a second and a third time, compressed, and refuses a page that comes too late. */
export const compressed = (): Plugin => ({
  name: 'luodi-compressed',
  writeBundle({ dir = '' }, bundle) {
    const first = firstFiles(bundle);
    let before = 0;
    for (const [name, file] of Object.entries(bundle)) {
      if (!TEXT.test(name)) continue;
      const content = contentOf(file);
      const small = brotli(content);
      writeFileSync(join(dir, `${name}.br`), small);
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      if (first.has(name)) before += small.length;
    }
    const kilobytes = Math.ceil(before / 1000);
    this.info(`${kilobytes} kB compressed before the sign-in form (at most ${BEFORE_SIGNING_IN / 1000})`);
    if (before > BEFORE_SIGNING_IN) this.error(`the page sends ${kilobytes} kB before its first form`);
  },
});
