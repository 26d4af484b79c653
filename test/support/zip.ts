import { deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
}

/** The header of a part; in the directory it is longer, and says where the part begins. */
const headerOf = ({ name, packed, size }: Entry, at: number | null): Buffer => {
  const shift = at === null ? 0 : 2;
  const bytes = Buffer.alloc(at === null ? 30 : 46);
  bytes.writeUInt32LE(at === null ? 0x04034b50 : 0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(0x0800, 6 + shift); // names in UTF-8
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(packed.length, 18 + shift);
  bytes.writeUInt32LE(size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (at !== null) bytes.writeUInt32LE(at, 42);
  return bytes;
};

/** A zip of these parts. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer>>): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(parts)) {
    const whole = Buffer.from(content);
    const entry = { name: Buffer.from(path), packed: deflateRawSync(whole, { level: 6 }), size: whole.length };
    const body = Buffer.concat([headerOf(entry, null), entry.name, entry.packed]);
    bodies.push(body);
    directory.push(headerOf(entry, at), entry.name);
    at += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
};

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships>${list.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export interface WorkbookText {
  /** What stands within <worksheet>: sheetData, mergeCells … */
  readonly sheet: string;
  readonly strings?: string; // within <sst>
  readonly styles?: string; // within <styleSheet>
  readonly workbook?: string; // within <workbook>, before the sheets
}

/** An xlsx of one sheet as its parts say it, sound or not. */
export const xlsxOf = ({ sheet, strings, styles, workbook = '' }: WorkbookText): Buffer =>
  zipOf({
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}">${workbook}<sheets><sheet name="项目" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  });
