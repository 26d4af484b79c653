import { basename } from 'node:path';
import { refuseFile } from './refusals.ts';
import type { Cell, Row, Sheet } from './workbook.ts';

const decode = (bytes: Buffer): string => {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { /* older exports are in GBK */ }
  try { return new TextDecoder('gb18030', { fatal: true }).decode(bytes); } catch { return refuseFile('file-unknown-kind'); }
};

/** Splits RFC 4180 text: quoted fields may hold separators, quotes and line breaks. */
const split = (text: string, separator: string): string[][] => {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') { field += '"'; at += 1; } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) { rows.at(-1)!.push(field); field = ''; }
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      rows.at(-1)!.push(field); field = '';
      rows.push([]);
    } else field += character;
  }
  rows.at(-1)!.push(field);
  return rows;
};

/** A csv as one sheet; separators comma, semicolon or tab; UTF-8 or GB 18030. */
export const readCsv = (bytes: Buffer, path: string): readonly Sheet[] => {
  if (/\.xlsx?$/i.test(path) || bytes.includes(0)) return refuseFile('file-unknown-kind');
  const text = decode(bytes).replace(/^\uFEFF/, '');
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [',', '\t', ';'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best), ',');
  const rows = split(text, separator).map((fields, index): Row => ({
    number: index + 1, hidden: false, cells: fields.map((field): Cell | undefined => (field.trim() === '' ? undefined : { text: field, kind: 'text' })),
  }));
  return [{ name: basename(path).replace(/\.[^.]*$/, ''), hidden: false, date1904: false, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) }];
};
