import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Archive } from './zip.ts';

type Attributes = Readonly<Record<string, string>>;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks one XML part. External entities do not exist for this parser: nothing is ever fetched. */
export const walk = async (
  archive: Archive,
  part: string,
  on: {
    open?: (tag: string, attributes: Attributes) => void;
    text?: (text: string) => void;
    close?: (tag: string) => void;
  },
): Promise<void> => {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => on.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => on.close?.(local(tag.name)));
  let any = false;
  await archive.read(part, (chunk) => {
    any = true;
    parser.write(decoder.write(chunk));
  });
  if (any) parser.close();
};

/** All shared strings, as the cells number them. */
export const sharedStrings = async (archive: Archive): Promise<readonly string[]> => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0; // pronunciation notes are not part of the text
  await walk(archive, 'xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic += 1;
      if (tag === 't') inText = phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') phonetic -= 1;
      if (tag === 'si') strings.push(text);
    },
  });
  return strings;
};

const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a number format shows a day: year, month or day signs outside quotes and brackets. */
const showsDay = (code: string): boolean =>
  /[ymd年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^(general|@)$/i.test(code);

/** For each cell style, whether it shows dates. */
export const dateStyles = async (archive: Archive): Promise<readonly boolean[]> => {
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
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
};

export interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** The sheets in their order, and whether days count from 1904. */
export const listSheets = async (
  archive: Archive,
): Promise<{ readonly sheets: readonly Listed[]; readonly date1904: boolean }> => {
  const targets = new Map<string, string>();
  await walk(archive, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Listed[] = [];
  let date1904 = false;
  await walk(archive, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => local(name) === 'id' && name.includes(':'))?.[1] ?? '';
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        part: targets.get(id) ?? '',
      });
    },
  });
  return { sheets: sheets.filter(({ part }) => archive.names.includes(part)), date1904 };
};
