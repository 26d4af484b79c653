import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Rejected } from '#domain';
import { refuseFile } from './refusals.ts';
import { sheetWriter, type Merge, type StoredSheet } from './stored-sheet.ts';
import type { Cell } from './workbook.ts';
import { openArchive, type Archive } from './zip.ts';

type Attributes = Readonly<Record<string, string>>;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks one XML part. External entities do not exist for this parser: nothing is ever fetched. */
const walk = async (archive: Archive, part: string, on: { open?: (tag: string, attributes: Attributes) => void; text?: (text: string) => void; close?: (tag: string) => void }): Promise<void> => {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', (tag: SaxesTagPlain) => on.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => on.close?.(local(tag.name)));
  let any = false;
  await archive.read(part, (chunk) => { any = true; parser.write(decoder.write(chunk)); });
  if (any) parser.close();
};

const sharedStrings = async (archive: Archive): Promise<readonly string[]> => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0; // pronunciation notes are not part of the text
  await walk(archive, 'xl/sharedStrings.xml', {
    open: (tag) => { if (tag === 'si') text = ''; if (tag === 'rPh') phonetic += 1; if (tag === 't') inText = phonetic === 0; },
    text: (piece) => { if (inText) text += piece; },
    close: (tag) => { if (tag === 't') inText = false; if (tag === 'rPh') phonetic -= 1; if (tag === 'si') strings.push(text); },
  });
  return strings;
};

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a number format shows a day: year, month or day signs outside quotes and brackets. */
const showsDay = (code: string): boolean => /[ymd年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^(general|@)$/i.test(code);

/** For each cell style, whether it shows dates. */
const dateStyles = async (archive: Archive): Promise<readonly boolean[]> => {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await walk(archive, 'xl/styles.xml', {
    open: (tag, attributes) => {
      if (tag === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(BUILT_IN_DATES.has(id) || showsDay(formats.get(id) ?? ''));
      }
    },
    close: (tag) => { if (tag === 'cellXfs') inCells = false; },
  });
  return styles;
};

interface Listed { readonly name: string; readonly hidden: boolean; readonly part: string }

const listSheets = async (archive: Archive): Promise<{ readonly sheets: readonly Listed[]; readonly date1904: boolean }> => {
  const targets = new Map<string, string>();
  await walk(archive, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id = '', Target = '' }) => { if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`); },
  });
  const sheets: Listed[] = [];
  let date1904 = false;
  await walk(archive, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => local(name) === 'id' && name.includes(':'))?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part: targets.get(id) ?? '' });
    },
  });
  return { sheets: sheets.filter(({ part }) => archive.names.includes(part)), date1904 };
};

const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
};

/** Excel keeps 17 digits of a binary number; people see 15. */
const decimalText = (raw: string): string => {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const text = Number(number.toPrecision(15)).toString();
  return text.includes('e') ? number.toFixed(10).replace(/\.?0+$/, '') : text;
};

const cellOf = (type: string, raw: string, style: number, formula: boolean, strings: readonly string[], dates: readonly boolean[]): Cell | undefined => {
  const mark = formula ? { formula: true } : {};
  switch (type) {
    case 's': { const text = strings[Number(raw)] ?? ''; return text === '' ? undefined : { text, kind: 'text', ...mark }; }
    case 'str': case 'inlineStr': return raw === '' ? undefined : { text: raw, kind: 'text', ...mark };
    case 'e': return { text: raw, kind: 'error', ...mark };
    case 'b': return { text: raw === '1' ? '是' : '否', kind: 'boolean', ...mark };
    case 'd': return { text: raw.slice(0, 10), kind: 'text', ...mark };
    default: return raw === '' ? undefined : { text: decimalText(raw), kind: dates[style] ? 'date' : 'number', ...mark };
  }
};

const MOST_COLUMNS = 400;

const readSheet = async (archive: Archive, { name, hidden, part }: Listed, date1904: boolean, strings: readonly string[], dates: readonly boolean[]): Promise<StoredSheet> => {
  const rows = sheetWriter();
  try {
    const merges: Merge[] = [];
    let [number, rowHidden, cells] = [0, false, [] as (Cell | undefined)[]];
    let [column, type, style, formula] = [-1, '', 0, false];
    let raw = '';
    let inValue = false;
    await walk(archive, part, {
      open: (tag, attributes) => {
        if (tag === 'row') {
          number = Number(attributes['r'] ?? number + 1);
          rowHidden = /^(1|true)$/.test(attributes['hidden'] ?? '') || attributes['ht'] === '0';
          cells = [];
          column = -1;
        } else if (tag === 'c') {
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          [type, style, formula, raw] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), false, ''];
        } else if (tag === 'f') formula = true;
        else if (tag === 'v' || tag === 't') inValue = true;
        else if (tag === 'mergeCell') merges.push(...mergeOf(attributes['ref'] ?? ''));
      },
      text: (text) => { if (inValue) raw += text; },
      close: (tag) => {
        if (tag === 'v' || tag === 't') inValue = false;
        if (tag === 'c' && column >= 0 && column < MOST_COLUMNS) {
          const cell = cellOf(type, raw, style, formula, strings, dates);
          if (cell !== undefined) cells[column] = cell;
        }
        if (tag === 'row' && cells.length > 0) rows.push({ number, hidden: rowHidden, cells });
      },
    });
    return rows.finish({ name, hidden, date1904 }, merges);
  } catch (error) {
    rows.close();
    throw error;
  }
};

/** A reference such as "A3:B7" as a block; none where it names no rows, or more cells than any ledger merges. */
const mergeOf = (reference: string): readonly Merge[] => {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first), Math.min(columnOf(last), MOST_COLUMNS - 1)];
  const [top, bottom] = [Number(/\d+/.exec(first)?.[0]), Number(/\d+/.exec(last)?.[0])];
  return !(bottom >= top) || (bottom - top) * (right - left + 1) > 5_000_000 ? [] : [{ left, right, top, bottom }];
};

/** The sheets of an xlsx in their order, their rows set down on disk as they come. */
export const readXlsx = async (path: string): Promise<readonly StoredSheet[]> => {
  const read: StoredSheet[] = [];
  let archive: Archive | null = null;
  try {
    archive = await openArchive(path);
    if (!archive.names.includes('xl/workbook.xml')) refuseFile('file-unknown-kind');
    const [strings, dates, { sheets, date1904 }] = [await sharedStrings(archive), await dateStyles(archive), await listSheets(archive)];
    for (const sheet of sheets) read.push(await readSheet(archive, sheet, date1904, strings, dates));
    return read;
  } catch (error) {
    for (const sheet of read) sheet.close();
    if (error instanceof Rejected || (error as NodeJS.ErrnoException).syscall !== undefined) throw error; // a full disk is no fault of the file
    return refuseFile('file-broken', (error as Error).message.split('\n')[0]);
  } finally {
    archive?.close();
  }
};
