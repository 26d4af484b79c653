import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { refuseFile } from '../refusals.ts';
import { sheetWriter, type StoredSheet } from './stored-sheet.ts';
import type { Cell } from './workbook.ts';

/** Hands on a file's text piece by piece; false where the bytes are not of this encoding. */
const decode = async (path: string, encoding: string, onText: (text: string) => void): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const strict = (bytes?: Buffer): string | null => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return null;
    }
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (bytes.includes(0)) return refuseFile('file-unknown-kind');
    const text = strict(bytes);
    if (text === null) return false;
    onText(text);
  }
  const rest = strict();
  if (rest === null) return false;
  onText(rest);
  return true;
};

/** Splits RFC 4180 text that comes in pieces: quoted fields may hold separators, quotes and line breaks. */
const splitter = (
  separator: string,
  onRow: (fields: readonly string[]) => void,
): { readonly feed: (text: string) => void; readonly end: () => void } => {
  let fields: string[] = [];
  let field = '';
  let within: 'plain' | 'quoted' | 'quote' = 'plain'; // `quote`: the sign after a quote tells whether the field goes on
  let afterReturn = false;
  const endField = (): void => {
    fields.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    onRow(fields);
    fields = [];
  };
  return {
    feed: (text) => {
      for (const character of text) {
        if (within === 'quoted') {
          if (character === '"') within = 'quote';
          else field += character;
          continue;
        }
        if (within === 'quote' && character === '"') {
          field += '"';
          within = 'quoted';
          continue;
        }
        within = 'plain';
        const ended = afterReturn && character === '\n';
        afterReturn = character === '\r';
        if (ended) continue;
        if (character === '"' && field === '') within = 'quoted';
        else if (character === separator) endField();
        else if (character === '\n' || character === '\r') endRow();
        else field += character;
      }
    },
    end: endRow,
  };
};

/** A csv as one sheet; separators comma, semicolon or tab; UTF-8 or GB 18030 (older exports). */
export const readCsv = async (path: string): Promise<readonly StoredSheet[]> => {
  if (/\.xlsx?$/i.test(path)) return refuseFile('file-unknown-kind');
  let first = '';
  const sample = (text: string): void => {
    if (!/[\r\n]/.test(first)) first += text;
  };
  let encoding = 'utf-8';
  if (!(await decode(path, encoding, sample))) {
    [first, encoding] = ['', 'gb18030'];
    if (!(await decode(path, encoding, sample))) return refuseFile('file-unknown-kind');
  }
  const line = first.slice(0, first.search(/[\r\n]|$/));
  const separator = [',', '\t', ';'].reduce(
    (best, one) => (line.split(one).length > line.split(best).length ? one : best),
    ',',
  );
  const rows = sheetWriter();
  try {
    let number = 0;
    const { feed, end } = splitter(separator, (fields) => {
      number += 1;
      const cells = fields.map((field): Cell | undefined =>
        field.trim() === '' ? undefined : { text: field, kind: 'text' },
      );
      if (cells.some((cell) => cell !== undefined)) rows.push({ number, hidden: false, cells });
    });
    let begun = false;
    await decode(path, encoding, (text) => {
      feed(begun ? text : text.replace(/^\uFEFF/, ''));
      begun ||= text !== '';
    });
    end();
    return [rows.finish({ name: basename(path).replace(/\.[^.]*$/, ''), hidden: false, date1904: false }, [])];
  } catch (error) {
    rows.close();
    throw error;
  }
};
