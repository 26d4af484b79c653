import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const TEXT = /\.(?:js|css|html|svg)$/;

/** What stands between a person and a page: its modules, loaded one after the other, and the most bytes that they may be, compressed. */
const WAYS = [
  { page: 'the sign-in form', modules: [], most: 160_000 },
  { page: 'a list', modules: ['/app/rooms.tsx', '/lists/list-page.tsx'], most: 450_000 },
] as const;

const contentOf = (file: Bundle[string]): Buffer => Buffer.from(file.type === 'chunk' ? file.code : file.source);

const brotli = (content: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
const zipped = (content: Buffer): Promise<Buffer> => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });

/** The files that the browser needs before it can show a page: the entry, these modules, all that they import, the styles, the document. */
const filesBefore = (bundle: Bundle, modules: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const follow = (name: string): void => {
    const file = bundle[name];
    if (found.has(name) || file?.type !== 'chunk') return;
    found.add(name);
    file.imports.forEach(follow);
    file.viteMetadata?.importedCss.forEach((style) => found.add(style));
  };
  const files = Object.values(bundle);
  for (const file of files) {
    if (file.type === 'chunk' && file.isEntry) follow(file.fileName);
    if (file.type === 'asset' && file.fileName.endsWith('.html')) found.add(file.fileName);
  }
  for (const module of modules) {
    const chunk = files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module));
    if (chunk === undefined) throw new Error(`no file of the page holds ${module}`);
    follow(chunk.fileName);
  }
  return found;
};

/** Writes each file of the page a second and a third time, compressed, and refuses a page that comes too late. */
export const compressed = (): Plugin => ({
  name: 'luodi-compressed',
  async writeBundle({ dir = '' }, bundle) {
    const sizes = new Map<string, number>();
    const texts = Object.entries(bundle).filter(([name]) => TEXT.test(name));
    await Promise.all(
      texts.map(async ([name, file]) => {
        const content = contentOf(file);
        const small = await brotli(content);
        await writeFile(join(dir, `${name}.br`), small);
        await writeFile(join(dir, `${name}.gz`), await zipped(content));
        sizes.set(name, small.length);
      }),
    );
    for (const { page, modules, most } of WAYS) {
      const bytes = [...filesBefore(bundle, modules)].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
      const kilobytes = Math.ceil(bytes / 1000);
      this.info(`${kilobytes} kB compressed before ${page} (at most ${most / 1000})`);
      if (bytes > most) this.error(`the page sends ${kilobytes} kB before ${page}`);
    }
  },
});
