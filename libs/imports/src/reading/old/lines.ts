import { CFB } from '@e965/xlsx';

const FONT = 0x0031;
const STRUCK = 0x0008;

/** Whether a stream of records of a binary workbook holds a font with a line through it ([MS-XLS] 2.4.122). */
const hasStruckFont = (records: Buffer): boolean => {
  for (let at = 0; at + 8 <= records.length; at += 4 + records.readUInt16LE(at + 2))
    if (records.readUInt16LE(at) === FONT && (records.readUInt16LE(at + 6) & STRUCK) !== 0) return true;
  return false;
};

/** What is used of the reader of compound files, which its package declares without types. */
interface CompoundFiles {
  readonly read: (bytes: Buffer, how: { readonly type: 'buffer' }) => object;
  readonly find: (container: object, name: string) => { readonly content?: Uint8Array } | null;
}
const compoundFiles = CFB as CompoundFiles;

const streamIn = (bytes: Buffer): Buffer => {
  const container = compoundFiles.read(bytes, { type: 'buffer' });
  const found = compoundFiles.find(container, 'Workbook') ?? compoundFiles.find(container, 'Book');
  return Buffer.from(found?.content ?? []);
};

/** Whether a workbook draws lines through text anywhere. Through which cells, the reader of old workbooks does not tell. */
export const drawsLines = (bytes: Buffer, inXml: boolean): boolean => {
  if (inXml) return bytes.includes('StrikeThrough="1"');
  return hasStruckFont(bytes.readUInt16BE(0) === 0xd0cf ? streamIn(bytes) : bytes);
};
