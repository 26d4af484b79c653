import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import { relationshipsOf, type Relationship } from './relationships.ts';
import { isTrue, local, unescaped, walk, type Attributes } from './xml.ts';
import type { Archive } from './zip.ts';

/** A sheet as the workbook lists it, and the part that holds it. */
export interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
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

const ofType = (relationships: ReadonlyMap<string, Relationship>, wanted: string): string | null =>
  [...relationships.values()].find(({ type, target }) => type === wanted && target !== null)?.target ?? null;

/** Reads where everything is. Refuses a zip that is no workbook, and a sheet whose part is missing: nothing is left out in silence. */
export const openPackage = async (archive: Archive): Promise<Package> => {
  const root = ofType(await relationshipsOf(archive, ''), 'officeDocument');
  const workbook = root !== null && archive.has(root) ? root : 'xl/workbook.xml';
  if (!archive.has(workbook) || workbook.endsWith('.bin')) unreadable('file-unknown-kind');
  const relationships = await relationshipsOf(archive, workbook);
  const sheets: Listed[] = [];
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
      const target = found?.target ?? null;
      if (target === null || !archive.has(target)) return unreadable('file-broken', name);
      sheets.push({ name, hidden: (attributes['state'] ?? 'visible') !== 'visible', part: target });
    },
  };
  await walk(archive, workbook, { open: (tag, attributes) => open[tag]?.(attributes) });
  const part = (type: string): string | null => {
    const target = ofType(relationships, type);
    return target !== null && archive.has(target) ? target : null;
  };
  return { sheets, date1904, uncalculated, strings: part('sharedStrings'), styles: part('styles') };
};
