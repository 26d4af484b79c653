import { escaped } from '../package/xml.ts';
import { CLOSER, FACES, LINE, SIZES, type FaceName } from './page.ts';

/** How a run of text looks. */
export interface RunLook {
  readonly face: FaceName;
  readonly size: keyof typeof SIZES;
  readonly bold?: boolean;
  readonly red?: boolean;
}

/** All four kinds of signs in one face; the hint lays “ ” … — in the Chinese one. */
const face = (name: FaceName): string => {
  const { name: own } = FACES[name];
  return `<w:rFonts w:hint="eastAsia" w:ascii="${own}" w:hAnsi="${own}" w:eastAsia="${own}" w:cs="${own}"/>`;
};

export const runLook = ({ face: name, size, bold = false, red = false }: RunLook): string =>
  `<w:rPr>${face(name)}${bold ? '<w:b/>' : ''}${red ? '<w:color w:val="FF0000"/>' : ''}${
    size === '三号' ? `<w:spacing w:val="${CLOSER}"/>` : ''
  }<w:sz w:val="${SIZES[size]}"/><w:szCs w:val="${SIZES[size]}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`;

export const run = (text: string, look: RunLook): string =>
  `<w:r>${runLook(look)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A mark that leads to a footnote, and the one before the note. */
export const noteMark = (id: number): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
export const ownMark = (): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="${SIZES.五号}"/></w:rPr><w:footnoteRef/></w:r>`;

export interface ParagraphLook {
  readonly align?: 'left' | 'right' | 'center' | 'both';
  readonly indent?: boolean; // two characters, as every paragraph of an official document
  readonly back?: number; // characters from the right edge
  readonly line?: number | null; // its height; null: as high as its letters
  readonly under?: boolean; // the red line beneath the head
  readonly level?: 1 | 2 | 3; // in the outline
  readonly together?: boolean; // on one page with what follows
  readonly style?: string; // by its id
  readonly number?: boolean; // a page number is one character from the edge
}

const indents = ({ indent = false, back = 0, number = false }: ParagraphLook): string => {
  if (indent) return '<w:ind w:firstLineChars="200" w:firstLine="632"/>';
  if (number) return '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>';
  return back > 0 ? `<w:ind w:rightChars="${back * 100}" w:right="${back * 320}"/>` : '';
};

// The order of these is the schema's.
export const paragraph = (runs: string, look: ParagraphLook = {}): string => {
  const { align = 'both', line = LINE, under = false, level, together = false, style } = look;
  const height = line === null ? ' w:line="240" w:lineRule="auto"' : ` w:line="${line}" w:lineRule="exact"`;
  return [
    '<w:p><w:pPr>',
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    together ? '<w:keepNext/>' : '',
    under
      ? '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>' // 4 mm below the number
      : '',
    `<w:spacing w:before="0" w:after="0"${height}/>`,
    indents(look),
    `<w:jc w:val="${align}"/>`,
    level === undefined ? '' : `<w:outlineLvl w:val="${level - 1}"/>`,
    `</w:pPr>${runs}</w:p>`,
  ].join('');
};

export const emptyLine = (): string => paragraph('');
