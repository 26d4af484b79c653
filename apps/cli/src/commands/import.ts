import { basename, dirname, join } from 'node:path';
import type { Sentence } from '#domain';
import {
  FIELDS,
  importWorkbook,
  readDecisions,
  readMapping,
  rememberMapping,
  writeResultWorkbook,
  type ImportDecision,
  type ImportReport,
  type ReportedSheet,
} from '#imports';
import { actorOf, importToolsOf, OPERATOR, upToDate, type OpenOffice } from '#office';
import { readJson } from '../json-file.ts';
import { answer, EXIT, progressBar, say, table, type Options } from '../output.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly sheet?: string;
  readonly mapping?: string; // file
  readonly remember?: boolean;
  readonly decisions?: string; // file
}

const WHY_SO: Readonly<Record<string, Sentence>> = {
  known: { zh: '登记过的区域', en: 'a region that is known' },
  near: { zh: '与登记过的区域只差一个字，待决定', en: 'one sign from a region that is known: to be decided' },
  shape: { zh: '像行政区名称', en: 'the name of a division' },
  saved: { zh: '人工指定', en: 'said by a person' },
};

/** Which lines gave the rows below them a region, and why; --mapping changes it: {"regions": {"line": "region, or nothing"}}. */
const linesInWords = (lines: ReportedSheet['regionLines'], lang: Options['lang']): string => {
  const zh = lang === 'zh';
  const told = lines.map(({ row, text, region, because }) => {
    const why = because === null ? '' : zh ? `（${WHY_SO[because]!.zh}）` : ` (${WHY_SO[because]!.en})`;
    return zh
      ? `第 ${row} 行 ${text} → ${region ?? '不是区域'}${why}`
      : `row ${row} ${text} → ${region ?? 'none'}${why}`;
  });
  return zh
    ? `分段行给下面各行的区域（可用 --mapping 的 regions 改）：${told.join('；')}`
    : `regions that lines gave the rows below them (change them with "regions" of --mapping): ${told.join('; ')}`;
};

/** Columns that somebody may not expect to be read, or to be left out: hidden ones, and those without a field. */
const showColumns = (sheets: ImportReport['sheets'], lang: Options['lang']): void => {
  const zh = lang === 'zh';
  for (const { sheet, mapping } of sheets) {
    const hidden = mapping.filter((one) => one.hidden).map(({ header, column }) => `${header}（${column}）`);
    if (hidden.length > 0)
      say(`${sheet}: ${zh ? '读取了隐藏的列' : 'hidden columns that were read'}: ${hidden.join('、')}`);
  }
  for (const { sheet, unmapped } of sheets)
    if (unmapped.length > 0)
      say(`${sheet}: ${zh ? '没有对应字段的列' : 'columns without a field'}: ${unmapped.join('、')}`);
};

/** What is said of whole sheets: their columns, lines that gave regions, comments, and what could not be seen. */
const showSheets = ({ sheets: all, notes }: ImportReport, lang: Options['lang']): void => {
  showColumns(all, lang);
  for (const { sheet, regionLines } of all)
    if (regionLines.length > 0) say(`${sheet}: ${linesInWords(regionLines, lang)}`);
  for (const { sheet, comments } of all)
    for (const { cell, text } of comments) say(`${sheet} ${cell}: ${lang === 'zh' ? '批注' : 'comment'}: ${text}`);
  for (const { message, sheets } of notes)
    say([...(sheets.length > 0 ? [sheets.join('、')] : []), message[lang]].join(': '));
};

const show = (report: ImportReport, lang: Options['lang']): void => {
  const zh = lang === 'zh';
  for (const { sheet, rows, headers, missing } of report.unread) {
    const lacks = missing.map((field) => FIELDS[field][lang]);
    say(
      zh
        ? `！工作表“${sheet}”有 ${rows} 行数据没有读懂，未导入任何一行。表头：${headers.join('、')}。缺少：${lacks.join('、') || '无'}。请用 --mapping 指明各列。`
        : `! Sheet "${sheet}" holds ${rows} rows that were not understood; none was imported. Headers: ${headers.join(', ')}. Missing: ${lacks.join(', ') || 'nothing'}. Name its columns with --mapping.`,
    );
  }
  if (report.repeatOf !== null)
    say(zh ? '这个文件已经导入过，没有写入任何内容。' : 'This file was imported before; nothing was written.');
  process.stdout.write(
    `${table([
      zh
        ? ['工作表', '种类', '读取', '略过', '接受', '有疑点', '待决定', '拒绝', '未变']
        : ['sheet', 'kind', 'read', 'passed over', 'accepted', 'warned', 'held', 'rejected', 'unchanged'],
      ...report.sheets.map(({ sheet, kind, rows }) => [
        sheet,
        kind,
        ...[rows.read, rows.passedOver, rows.accepted, rows.warned, rows.held, rows.rejected, rows.unchanged].map(
          String,
        ),
      ]),
    ])}\n`,
  );
  for (const { sheet, row, verdict, findings } of report.rows)
    process.stdout.write(
      `${sheet} ${row} ${verdict}: ${findings.map(({ cell, message }) => `${cell ?? ''} ${message[lang]}`.trim()).join(' ')}\n`,
    );
  showSheets(report, lang);
  if (report.resultWorkbook !== null) say(`${zh ? '退回的行' : 'returned rows'}: ${report.resultWorkbook}`);
};

/** Writes the rows that come back beside the file, or into the data folder where the file's own is not ours to write. Answers the path; null: nothing comes back. */
const handBack = async (
  analysis: Parameters<typeof writeResultWorkbook>[0],
  file: string,
  data: string,
): Promise<string | null> => {
  const path = join(dirname(file), `${basename(file).replace(/\.[^.]*$/, '')}.result.xlsx`);
  try {
    return (await writeResultWorkbook(analysis, path)) ? path : null;
  } catch {
    const beside = join(data, basename(path));
    return (await writeResultWorkbook(analysis, beside)) ? beside : null;
  }
};

/** What was decided of the rows that are held; nothing where no file says so. */
const decisionsIn = async (file: string | undefined): Promise<readonly ImportDecision[]> =>
  file === undefined ? [] : readDecisions(await readJson(file, 'decisions-invalid'));

const importOne = async (
  office: OpenOffice,
  file: string,
  { dryRun = false, sheet, mapping, decisions, remember = false }: ImportOptions,
  options: Options,
): Promise<ImportReport> => {
  await upToDate(office);
  const given = mapping === undefined ? null : readMapping(await readJson(mapping, 'mapping-invalid'));
  const decided = await decisionsIn(decisions);
  const today = office.today();
  const { report, analysis } = await importWorkbook(
    {
      path: file,
      dryRun,
      sheet: sheet ?? null,
      mapping: given,
      decisions: decided,
      today,
      actor: actorOf(OPERATOR),
      onProgress: progressBar(dryRun ? 'dry run' : 'import'),
    },
    await importToolsOf(office),
  );
  const handsBack = report.repeatOf === null && report.rows.length > 0;
  const resultWorkbook = handsBack ? await handBack(analysis, file, options.data) : null;
  if (remember && given !== null)
    await rememberMapping(office.store, given, report.sheets, { actor: actorOf(OPERATOR), today });
  if (!dryRun) await upToDate(office);
  return { ...report, resultWorkbook };
};

/** Imports a file once what others import or take back is done (or, on a dry run, says at once what it would do). */
export const importFile = (
  office: OpenOffice,
  file: string,
  asked: ImportOptions,
  options: Options,
): Promise<ImportReport> => {
  const one = () => importOne(office, file, asked, options);
  return asked.dryRun === true ? one() : office.importsInTurn(one);
};

export const runImport = async (
  office: OpenOffice,
  file: string,
  asked: ImportOptions,
  options: Options,
): Promise<void> => {
  const report = await importFile(office, file, asked, options);
  if (options.json) answer(report);
  else show(report, options.lang);
  if (report.unread.length > 0) process.exitCode = EXIT.refused;
};
