import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readSealFile, type Seal, type SealFile } from './seals.ts';

const asideOf = (file: string, until: string): string => file.replace(/\.jsonl$/, `-until-${until}.jsonl`);

/** Puts the file of seals aside, as a witness of the chain that is left behind. Where that chain stays after all, the next seal writes the file again. */
export const keepSealFile = async (file: string, now: Date): Promise<void> => {
  await rename(file, asideOf(file, now.toISOString().replace(/[:.]/g, ''))).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
};

/** Whether the file lacks seals of the database. The newest may be missing: of a process that was killed before it wrote it down. */
const isShort = (kept: readonly Seal[], seals: readonly Seal[]): boolean => {
  const written = new Set(kept.map(({ hash }) => hash));
  return seals.slice(0, -1).some(({ hash }) => !written.has(hash));
};

/** The file of seals; where it was put aside for a chain that never came to be (its writer was killed), what was put aside: its last seal is one of those that the database holds. */
export const readKeptSeals = async (file: string, seals: readonly Seal[]): Promise<SealFile> => {
  const read = await readSealFile(file);
  if (read.wrong === null && isShort(read.seals, seals)) return { ...read, wrong: 'seal-file-short' };
  if (read.wrong !== 'seal-file-missing') return read;
  const [beginning, end] = basename(asideOf(file, '|')).split('|') as [string, string];
  const beside = await readdir(dirname(file)).catch(() => []);
  for (const name of beside.filter((one) => one.startsWith(beginning) && one.endsWith(end))) {
    const aside = await readSealFile(join(dirname(file), name));
    if (seals.some(({ hash }) => hash === aside.seals.at(-1)?.hash)) return aside;
  }
  return read;
};
