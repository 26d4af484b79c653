import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Rejected } from '#domain';
import { refuseFile } from './refusals.ts';
import type { Cell, Row, Sheet } from './workbook.ts';
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

const readSheet = async (archive: Archive, { name, hidden, part }: Listed, date1904: boolean, strings: readonly string[], dates: readonly boolean[]): Promise<Sheet> => {
  const rows = new Map<number, { number: number; hidden: boolean; cells: (Cell | undefined)[] }>();
  const merges: string[] = [];
  let row = { number: 0, hidden: false, cells: [] as (Cell | undefined)[] };
  let at = { column: 0, type: '', style: 0, formula: false };
  let raw = '';
  let inValue = false;
  await walk(archive, part, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = { number: Number(attributes['r'] ?? row.number + 1), hidden: /^(1|true)$/.test(attributes['hidden'] ?? '') || attributes['ht'] === '0', cells: [] };
        at = { ...at, column: -1 };
      } else if (tag === 'c') {
        at = { column: attributes['r'] === undefined ? at.column + 1 : columnOf(attributes['r']), type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false };
        raw = '';
      } else if (tag === 'f') at = { ...at, formula: true };
      else if (tag === 'v' || tag === 't') inValue = true;
      else if (tag === 'mergeCell') merges.push(attributes['ref'] ?? '');
    },
    text: (text) => { if (inValue) raw += text; },
    close: (tag) => {
      if (tag === 'v' || tag === 't') inValue = false;
      if (tag === 'c' && at.column >= 0 && at.column < MOST_COLUMNS) {
        const cell = cellOf(at.type, raw, at.style, at.formula, strings, dates);
        if (cell !== undefined) row.cells[at.column] = cell;
      }
      if (tag === 'row' && row.cells.length > 0) rows.set(row.number, row);
    },
  });
  for (const reference of merges) spread(rows, reference);
  return { name, hidden, date1904, rows: [...rows.values()].sort((a, b) => a.number - b.number).map((one): Row => one) };
};

/** Repeats a merged block's value over its cells, marked as covered: a region written once holds for all its rows. */
const spread = (rows: Map<number, { number: number; hidden: boolean; cells: (Cell | undefined)[] }>, reference: string): void => {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first), Math.min(columnOf(last), MOST_COLUMNS - 1)];
  const [top, bottom] = [Number(/\d+/.exec(first)?.[0]), Number(/\d+/.exec(last)?.[0])];
  const master = rows.get(top)?.cells[left];
  if (master === undefined || !(bottom >= top) || (bottom - top) * (right - left + 1) > 5_000_000) return;
  const mergedRows = bottom - top + 1;
  for (let number = top; number <= bottom; number += 1) {
    const row = rows.get(number);
    if (row === undefined) continue; // a row without any content of its own stays blank
    for (let column = left; column <= right; column += 1)
      row.cells[column] = { ...master, merged: number === top && column === left ? 'master' : 'covered', mergedRows };
  }
};

/** The sheets of an xlsx in their order. */
export const readXlsx = async (bytes: Buffer): Promise<readonly Sheet[]> => {
  try {
    const archive = await openArchive(bytes);
    if (!archive.names.includes('xl/workbook.xml')) refuseFile('file-unknown-kind');
    const [strings, dates, { sheets, date1904 }] = [await sharedStrings(archive), await dateStyles(archive), await listSheets(archive)];
    const read: Sheet[] = [];
    for (const sheet of sheets) read.push(await readSheet(archive, sheet, date1904, strings, dates));
    return read;
  } catch (error) {
    if (error instanceof Rejected) throw error;
    return refuseFile('file-broken', (error as Error).message.split('\n')[0]);
  }
};
