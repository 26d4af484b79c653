import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { refuseReport } from '../reports/refusals.ts';
import { FACES } from './page.ts';

const run = promisify(execFile);
const PATIENCE = 120_000; // milliseconds until a program that hangs is ended

/** Faces that are not installed here, each with the one that stands in for it: LibreOffice does not say so itself. */
const standIns = async (): Promise<readonly string[]> => {
  const names = Object.values(FACES).map(({ name }) => name);
  const found = await Promise.all(
    names.map(async (name) => {
      const { stdout } = await run('fc-match', ['-f', '%{family[0]}', `${name}:lang=zh-cn`]).catch(() => ({
        stdout: '',
      }));
      return stdout === name || stdout === '' ? null : `${name} → ${stdout}`;
    }),
  );
  return found.filter((one) => one !== null);
};

const MOST_WAITING = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve(); // one at a time: each takes a processor and half a gigabyte

const inLibreOffice = async (docx: Buffer): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-pdf-'));
  try {
    const source = join(folder, 'report.docx');
    await writeFile(source, docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], {
      timeout: PATIENCE,
    });
    return await readFile(join(folder, 'report.pdf'));
  } catch (error) {
    const { code } = error as { code?: unknown };
    const missing = code === 'ENOENT' && (error as { path?: string }).path === 'soffice';
    return refuseReport(missing ? 'pdf-needs-libreoffice' : 'pdf-failed');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Pdf {
  readonly bytes: Buffer;
  readonly standIns: readonly string[];
}

/** A document as a PDF, by LibreOffice. Throws Rejected 'pdf-needs-libreoffice', 'pdf-failed' and, where many wait already, 'pdf-busy'. */
export const pdfOf = async (docx: Buffer): Promise<Pdf> => {
  if (waiting >= MOST_WAITING) refuseReport('pdf-busy');
  waiting += 1;
  const mine = last.then(() => inLibreOffice(docx)).finally(() => (waiting -= 1));
  last = mine.catch(() => undefined);
  return { bytes: await mine, standIns: await standIns() };
};
