import type { Encoding } from './text/encoding.ts';
import { encodingOf, firstBytes } from './text/encoding.ts';

/** What a file is, by its content: its name does not decide. `old` are binary workbooks (xls, et), `xml` the workbooks of Excel 2003 in XML. */
export type Kind =
  { readonly is: 'zip' | 'old' | 'unknown' } | { readonly is: 'html' | 'xml' | 'csv'; readonly encoding: Encoding };

const begins = (first: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => first[index] === byte);

/** A stream of records of Excel 2 to 5 without a container begins with a record of its own kind, four or more bytes long. */
const isBareStream = (first: Buffer): boolean =>
  first[0] === 0x09 &&
  [0, 2, 4, 8].includes(first[1] ?? -1) &&
  [4, 6, 8, 16].includes(first[2] ?? -1) &&
  first[3] === 0;

const HTML = /^\s*<(?:!doctype|!--|html|head|meta|style|table|body|div|thead|tr)\b|<table\b/i;
const XML = /^\s*<\?xml\b/i;

/** Texts that are no table of ours: mail archives of pages, OpenDocument in one file, SYLK, DIF, rich text. */
const FOREIGN = /^\s*mime-version:|^\s*<\?xml[^>]*>\s*<office:|^ID;P|^TABLE\r?\n0,1|^\{\\rtf/i;

const textKind = (text: string): 'html' | 'xml' | 'csv' => {
  if (XML.test(text) && text.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html\b/i.test(text))
    return 'xml';
  return /^\s*</.test(text) && HTML.test(text) ? 'html' : 'csv';
};

/** Reads what a file is from its first bytes, and of a text the encoding from all of them. */
export const kindOf = async (path: string): Promise<Kind> => {
  const first = await firstBytes(path);
  if (begins(first, 0x50, 0x4b, 3, 4)) return { is: 'zip' };
  if (begins(first, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) || isBareStream(first)) return { is: 'old' };
  if (begins(first, 0x25, 0x50, 0x44, 0x46) || begins(first, 0x50, 0x4b)) return { is: 'unknown' };
  const encoding = await encodingOf(path);
  if (encoding === null) return { is: 'unknown' };
  const text = new TextDecoder(encoding).decode(first.subarray(0, 8_192));
  if (FOREIGN.test(text)) return { is: 'unknown' };
  return { is: textKind(text), encoding };
};
