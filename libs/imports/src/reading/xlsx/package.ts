import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import type { CommentParts } from './comments.ts';
import { isTrue, local, unescaped, walk, type Attributes } from './xml.ts';
import type { Archive } from './zip.ts';

/** A sheet as the workbook lists it, and the part that holds it. */
export interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly comments: CommentParts;
}

/** Where the parts of a workbook are: its relationships say so, whatever the parts are called (ECMA-376 part 2, 9.3). */
interface Package {
  readonly sheets: readonly Listed[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
  /** The workbook asks to be calculated when it is opened: what stands in its formulas until then is no result. */
  readonly uncalculated: boolean;
}

interface Relationship {
  readonly type: string; // the last word of its address: worksheet, styles …
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A target as a part's name: absolute from the root, or relative to the folder of the part that names it. */
const resolved = (part: string, target: string): string => {
  const path = target.replace(/\\/g, '/');
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : folderOf(part) + path).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
};

const relationshipsOf = async (archive: Archive, part: string): Promise<ReadonlyMap<string, Relationship>> => {
  const found = new Map<string, Relationship>();
  await walk(archive, `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag === 'Relationship' && TargetMode !== 'External')
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(part, Target) });
    },
  });
  return found;
};

const ofType = (relationships: ReadonlyMap<string, Relationship>, wanted: string): string | null =>
  [...relationships.values()].find(({ type }) => type === wanted)?.target ?? null;

/** Reads where everything is. Refuses a zip that is no workbook, and a sheet whose part is missing: nothing is left out in silence. */
export const openPackage = async (archive: Archive): Promise<Package> => {
  const root = ofType(await relationshipsOf(archive, ''), 'officeDocument');
  const workbook = root !== null && archive.has(root) ? root : 'xl/workbook.xml';
  if (!archive.has(workbook) || workbook.endsWith('.bin')) unreadable('file-unknown-kind');
  const relationships = await relationshipsOf(archive, workbook);
  const sheets: Omit<Listed, 'comments'>[] = [];
  let [date1904, uncalculated] = [false, false];
  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    workbookPr: (attributes) => {
      date1904 = isTrue(attributes['date1904']);
    },
    calcPr: (attributes) => {
      uncalculated = isTrue(attributes['fullCalcOnLoad']);
    },
    sheet: (attributes) => {
      if (sheets.length >= BOUNDS.sheets) unreadable('too-many-sheets');
      const id = Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')?.[1];
      const found = relationships.get(id ?? '');
      const name = unescaped(attributes['name'] ?? '');
      if (found !== undefined && found.type !== 'worksheet') return; // charts and dialogs hold no rows
      if (found === undefined || !archive.has(found.target)) return unreadable('file-broken', name);
      sheets.push({ name, hidden: (attributes['state'] ?? 'visible') !== 'visible', part: found.target });
    },
  };
  await walk(archive, workbook, { open: (tag, attributes) => open[tag]?.(attributes) });
  const part = (type: string, among = relationships): string | null => {
    const target = ofType(among, type);
    return target !== null && archive.has(target) ? target : null;
  };
  const listed: Listed[] = [];
  for (const sheet of sheets) {
    const own = await relationshipsOf(archive, sheet.part);
    listed.push({ ...sheet, comments: { notes: part('comments', own), threads: part('threadedComment', own) } });
  }
  return { sheets: listed, date1904, uncalculated, strings: part('sharedStrings'), styles: part('styles') };
};
