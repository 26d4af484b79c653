import { builtIn } from '../../formats/built-in.ts';
import { formatOf, type Format } from '../../formats/format.ts';
import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import { walk } from './xml.ts';
import type { Archive } from './zip.ts';

const GENERAL = formatOf('General');

/** The number format of each cell style, in the order in which cells name them. */
export const cellFormats = async (archive: Archive, part: string | null): Promise<(style: number) => Format> => {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  if (part !== null)
    await walk(archive, part, {
      open: (tag, attributes) => {
        if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (tag === 'cellXfs') inCells = true;
        else if (tag === 'xf' && inCells) {
          if (formats.length >= BOUNDS.styles) unreadable('file-bomb', part);
          const id = Number(attributes['numFmtId'] ?? 0);
          formats.push(formatOf(codes.get(id) ?? builtIn(id)));
        }
      },
      close: (tag) => {
        if (tag === 'cellXfs') inCells = false;
      },
    });
  return (style) => formats[style] ?? GENERAL;
};
