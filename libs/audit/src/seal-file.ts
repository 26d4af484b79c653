import { appendFile, chmod, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Seal } from './seals.ts';

/** What the file beside the database says: an old backup of the database does not take it back too. One JSON document a line. */
interface SealFile {
  readonly seals: readonly Seal[]; // by number
  readonly wrong: 'seal-file-missing' | 'seal-file-short' | 'seal-file-unreadable' | null;
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const sealIn = (line: string): Seal | null => {
  try {
    return JSON.parse(line) as Seal;
  } catch {
    return null;
  }
};

const sealsIn = (text: string): readonly (Seal | null)[] =>
  [...new Set(text.split('\n').filter((line) => line !== ''))].map(sealIn); // two who seal at once may both write a seal down

const inOrder = (seals: readonly Seal[]): readonly Seal[] =>
  [...seals].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity));

/** The seals of the file, and what is wrong with it. Its last line may be half of one: of a process that was killed. */
export const readSealFile = async (file: string): Promise<SealFile> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { seals: [], wrong: isGone(error) ? 'seal-file-missing' : 'seal-file-unreadable' };
  }
  const read = sealsIn(text);
  const isBroken = read.slice(0, -1).includes(null);
  return { seals: inOrder(read.filter((seal) => seal !== null)), wrong: isBroken ? 'seal-file-unreadable' : null };
};

const lineOf = (seal: Seal): string => `${JSON.stringify(seal)}\n`;

const TAIL_BYTES = 65_536;

/** The end of a file, empty where there is none. */
const endOf = async (file: string): Promise<string> => {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isGone(error)) return null;
    throw error;
  });
  if (handle === null) return '';
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
};

/** Writes a seal at the end of the file, unless it stands there. */
export const writeDown = async (file: string, seal: Seal): Promise<void> => {
  const end = await endOf(file);
  if (sealsIn(end).some((one) => one?.hash === seal.hash)) return;
  const isCut = end !== '' && !end.endsWith('\n');
  await appendFile(file, `${isCut ? '\n' : ''}${lineOf(seal)}`, { mode: 0o600 });
  await chmod(file, 0o600);
};

/** Adds to the file what it lacks of the seals of the database; what it holds stays, also where the database has forgotten it or says otherwise. Answers how many it lacked. */
export const renewSealFile = async (file: string, seals: readonly Seal[]): Promise<number> => {
  const { seals: kept } = await readSealFile(file);
  const known = new Set(kept.map(({ hash }) => hash));
  const lacking = seals.filter(({ hash }) => !known.has(hash));
  if (lacking.length === 0) return 0;
  await writeFile(
    `${file}.new`,
    inOrder([...kept, ...lacking])
      .map(lineOf)
      .join(''),
    { mode: 0o600 },
  );
  await rename(`${file}.new`, file);
  return lacking.length;
};

const asideOf = (file: string, until: string): string => file.replace(/\.jsonl$/, `-until-${until}.jsonl`);

/** Puts the file of seals aside, as a witness of the chain that is left behind. Where that chain stays after all, the next seal takes it back. */
export const keepSealFile = async (file: string, now: Date): Promise<void> => {
  await rename(file, asideOf(file, now.toISOString().replace(/[:.]/g, ''))).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
};

/** What was put aside for a chain that never came to be (its writer was killed): its last seal is one of those that the database holds. Null where nothing was. */
const asideFor = async (file: string, seals: readonly Seal[]): Promise<string | null> => {
  const [beginning, end] = basename(asideOf(file, '|')).split('|') as [string, string];
  const beside = await readdir(dirname(file)).catch(() => []);
  for (const name of beside.filter((one) => one.startsWith(beginning) && one.endsWith(end))) {
    const aside = join(dirname(file), name);
    const last = (await readSealFile(aside)).seals.at(-1);
    if (last !== undefined && seals.some(({ hash }) => hash === last.hash)) return aside;
  }
  return null;
};

/** Where the file is gone because it was put aside for a chain that never came to be, it is taken back. `sealsOf`: those of the database. */
export const bringBackSealFile = async (file: string, sealsOf: () => Promise<readonly Seal[]>): Promise<void> => {
  if ((await endOf(file)) !== '') return;
  const aside = await asideFor(file, await sealsOf());
  if (aside !== null) await rename(aside, file);
};

/** Whether the file lacks seals of the database. The newest may be missing: of a process that was killed before it wrote it down. */
const isShort = (kept: readonly Seal[], seals: readonly Seal[]): boolean => {
  const written = new Set(kept.map(({ hash }) => hash));
  return seals.slice(0, -1).some(({ hash }) => !written.has(hash));
};

/** The file of seals, or what was put aside for a chain that never came to be, held against the seals of the database. */
export const readKeptSeals = async (file: string, seals: readonly Seal[]): Promise<SealFile> => {
  const read = await readSealFile(file);
  if (read.wrong === null && isShort(read.seals, seals)) return { ...read, wrong: 'seal-file-short' };
  if (read.wrong !== 'seal-file-missing') return read;
  const aside = await asideFor(file, seals);
  const kept = aside === null ? read : await readSealFile(aside);
  return isShort(kept.seals, seals) ? read : kept;
};

/** The seals of a file from which somebody took some out: each part is a witness of its own. */
export const partsOf = (seals: readonly Seal[]): readonly (readonly Seal[])[] => {
  const parts: Seal[][] = [];
  for (const seal of seals) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part === undefined || before === undefined || seal.number > before.number + 1) parts.push([seal]);
    else part.push(seal);
  }
  return parts;
};
