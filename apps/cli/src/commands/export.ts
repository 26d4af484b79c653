import type { Command } from 'commander';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readCommand } from '#domain';
import {
  ask,
  exportIndicators,
  exportList,
  ExportQuery,
  exportStructure,
  IndicatorsQuery,
  OPERATOR,
  StructureQuery,
  upToDate,
  type OpenOffice,
  type WorkbookFile,
} from '#office';
import { askedOf, moments, narrowed, several, type Commands } from '../command-line.ts';
import { answer, Refused, say, type Options } from '../output.ts';
import { periodNamed, usage } from '../usage.ts';

const notWritten = (path: string, error: unknown): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new Refused('file-not-written', {
    zh: `文件写不进 ${path}（${code}）。请检查文件夹是否存在、是否可写、磁盘是否已满。`,
    en: `The file could not be written to ${path} (${code}). Look whether the folder exists, may be written to and has room.`,
  });
};

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
    throw notWritten(path, error);
  }
  return hash.digest('hex');
};

interface ExportOptions {
  readonly out?: string;
  readonly layout?: string;
  readonly columns?: string;
  readonly asOf?: string;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly where?: readonly string[];
  readonly period?: string;
  readonly by?: string;
  readonly metric?: readonly string[];
  readonly of?: string;
  readonly definition?: string;
  readonly issuer?: string;
}

export const filled = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What can be exported: by which options, and how. */
interface Exporting {
  readonly takes: readonly (keyof ExportOptions)[];
  readonly make: (office: OpenOffice, asked: ExportOptions, language: Options['lang']) => Promise<WorkbookFile>;
}

const OF_ALL = ['out', 'asOf', 'asKnown', 'unit'] as const;
const OF_TABLES = [...OF_ALL, 'period', 'by', 'definition'] as const;

const listOf = (name: string): Exporting => ({
  takes: [...OF_ALL, 'layout', 'columns', 'where'],
  make: (office, { columns, ...asked }, language) => {
    const query = readCommand(ExportQuery, filled({ ...asked, columns: columns?.split(',') }));
    return ask(office, OPERATOR, exportList, { ...query, name, language });
  },
});

/** Tables are named like their commands; every other name is a list's. */
const TABLES: Readonly<Record<string, Exporting>> = {
  indicators: {
    takes: [...OF_TABLES, 'metric', 'issuer'],
    make: (office, asked, language) => {
      const query = readCommand(IndicatorsQuery, { ...asked, period: periodNamed(asked.period) });
      return ask(office, OPERATOR, exportIndicators, { ...query, language });
    },
  },
  structure: {
    takes: [...OF_TABLES, 'of'],
    make: (office, asked, language) => {
      if (asked.by === undefined)
        throw usage('用 --by 写明按什么划分，例如 --by chain', 'say what is told apart: --by chain');
      const query = readCommand(StructureQuery, { ...asked, period: periodNamed(asked.period) });
      return ask(office, OPERATOR, exportStructure, { ...query, language });
    },
  },
};

/** An option that says nothing of what is exported would be taken for heard. Throws Usage. */
const refuseOthers = (name: string, { takes }: Exporting, asked: ExportOptions): void => {
  const other = (Object.keys(asked) as (keyof ExportOptions)[]).find((option) => !takes.includes(option));
  if (other !== undefined) throw usage(`--${other} 不适用于 ${name}`, `--${other} is not for ${name}`);
};

/** A whole list or table into a workbook. */
const exportTo = async (
  office: OpenOffice,
  name: string,
  { out, ...asked }: ExportOptions,
  options: Options,
): Promise<void> => {
  if (out === undefined || !out.endsWith('.xlsx'))
    throw usage('用 --out 写明工作簿：--out 文件.xlsx', 'name the workbook: --out FILE.xlsx');
  const exporting = Object.hasOwn(TABLES, name) ? TABLES[name]! : listOf(name);
  refuseOthers(name, exporting, asked);
  await upToDate(office);
  const file = await exporting.make(office, asked, options.lang);
  const sha256 = await writeFile(out, file.bytes);
  if (options.json) answer({ file: out, rows: file.rows, sha256 });
  else say(`${out}: ${file.rows}`);
};

/** The command that writes a list or a table into a workbook. */
export const offerExports = ({ command, working, optionsOf }: Commands): void => {
  moments(narrowed(command('export <name>', 'a list as a workbook; or indicators, structure with what stands behind')))
    .requiredOption('--out <file>', 'the .xlsx to write')
    .option('--layout <name>', 'of a list: standard, full, or one of the bureau’s own (layout list)')
    .option('--columns <names>', 'of a list, in this order: name,unit,contracted')
    .option('--period <period>', 'of a table')
    .option('--by <what>', 'of a table')
    .option('--metric <key>', 'of indicators, may be repeated', several)
    .option('--definition <name>', 'of a table: its name, or name@version')
    .option('--issuer <name>', 'of indicators: whose targets')
    .option('--of <what>', 'of structure: signed, started, arrived')
    .action((name: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => exportTo(office, name, askedOf(self), optionsOf(self))),
    );
};
