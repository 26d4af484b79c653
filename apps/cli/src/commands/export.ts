import type { Command } from 'commander';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isIsoDate, readCommand } from '#domain';
import { ask, exportList, ExportQuery, OPERATOR, type OpenOffice } from '#office';
import { moments, narrowed, type Commands } from '../command-line.ts';
import { upToDate } from '../installation.ts';
import { answer, say, type Options } from '../output.ts';
import { Usage } from '../time.ts';

/** Writes bytes as they come beside the file and then in its place, so that half a file never stands under its name. Answers their sha256. */
export const writeFile = async (path: string, bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  const beside = `${path}.part`;
  const measured = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.from(bytes), measured, createWriteStream(beside, { mode: 0o600 }));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return hash.digest('hex');
};

/** A day alone means its last instant in China. */
export const instantOf = (asKnown: string | undefined): string | undefined =>
  asKnown !== undefined && isIsoDate(asKnown) ? `${asKnown}T23:59:59.999+08:00` : asKnown;

interface ExportOptions {
  readonly out?: string;
  readonly layout?: string;
  readonly asOf?: string;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly where?: readonly string[];
}

export const filled = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A whole list into a workbook. */
const exportTo = async (
  office: OpenOffice,
  name: string,
  { out, ...asked }: ExportOptions,
  options: Options,
): Promise<void> => {
  if (out === undefined || !out.endsWith('.xlsx')) throw new Usage('name the workbook: --out FILE.xlsx');
  await upToDate(office);
  const { layout, asOf, unit, where } = asked;
  const query = readCommand(ExportQuery, filled({ layout, asOf, unit, where, asKnown: instantOf(asked.asKnown) }));
  const file = await ask(office, OPERATOR, exportList, { ...query, name, language: options.lang });
  const sha256 = await writeFile(out, file.bytes);
  if (options.json) answer({ file: out, rows: file.rows, sha256 });
  else say(`${out}: ${file.rows}`);
};

/** The command that writes a list into a workbook. */
export const offerExports = ({ command, working, optionsOf }: Commands): void => {
  moments(narrowed(command('export <list>', 'a list as a workbook')))
    .requiredOption('--out <file>', 'the .xlsx to write')
    .option('--layout <name>', 'standard or full')
    .action((name: string, asked: ExportOptions, self: Command) =>
      working(optionsOf(self), (office) => exportTo(office, name, asked, optionsOf(self))),
    );
};
