import { builtIn } from '../../formats/built-in.ts';
import { formatOf, type Format } from '../../formats/format.ts';
import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import { isTrue, walk, type Attributes } from './xml.ts';
import type { Archive } from './zip.ts';

const GENERAL = formatOf('General');

/** What a cell's style says of what it shows. */
export interface Style {
  readonly format: Format;
  readonly struck: boolean; // a line through it
}

/** A strike that says nothing of itself is one. */
const isStruck = (attributes: Attributes): boolean => isTrue(attributes['val'] ?? '1');

/** Each cell style, in the order in which cells name them. */
export const cellStyles = async (archive: Archive, part: string | null): Promise<(style: number) => Style> => {
  const codes = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: Style[] = [];
  const styleOf = (attributes: Attributes): Style => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const struck = struckFonts[Number(attributes['fontId'] ?? 0)] === true;
    return { format: formatOf(codes.get(id) ?? builtIn(id)), struck };
  };
  let into: string | null = null;
  if (part !== null)
    await walk(archive, part, {
      open: (tag, attributes) => {
        if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (tag === 'fonts' || tag === 'cellXfs') into = tag;
        else if (tag === 'font' && into === 'fonts') struckFonts.push(false);
        else if (tag === 'strike' && into === 'fonts') struckFonts[struckFonts.length - 1] = isStruck(attributes);
        else if (tag === 'xf' && into === 'cellXfs') {
          if (styles.length >= BOUNDS.styles) unreadable('file-bomb', part);
          styles.push(styleOf(attributes));
        }
      },
      close: (tag) => {
        if (tag === into) into = null;
      },
    });
  return (style) => styles[style] ?? { format: GENERAL, struck: false };
};
