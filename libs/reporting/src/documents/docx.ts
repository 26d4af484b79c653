import { contentTypes, escaped, relations, XML } from '../package/xml.ts';
import { collected, zipped, type Part } from '../package/zip.ts';
import type { Report } from '../reports/report.ts';
import { bodyOf, noteOf } from './body.ts';
import { EDITION } from './edition.ts';
import { FACES, LINE } from './page.ts';
import { ownMark, paragraph, run, runLook } from './paragraph.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const root = (name: string, within: string): string =>
  `${XML}<w:${name} xmlns:w="${MAIN}" xmlns:r="${RELATION}">${within}</w:${name}>`;

/** — 1 —: on the right of odd pages, on the left of even ones (GB/T 9704-2012, 7.5). */
const footer = (align: 'left' | 'right'): string => {
  const look = { face: 'number', size: '四号' } as const;
  const field = (kind: 'begin' | 'separate' | 'end'): string =>
    `<w:r>${runLook(look)}<w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const page = `${field('begin')}<w:r>${runLook(look)}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}${run('1', look)}${field('end')}`;
  return root('ftr', paragraph(`${run('— ', look)}${page}${run(' —', look)}`, { align, number: true, line: null }));
};

/** Each figure's key and what it follows from. */
const footnotes = ({ figures }: Report, edition: number): string => {
  const look = { face: 'number', size: '五号' } as const;
  const line = (id: number, kind: string): string =>
    `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:r><w:${kind}/></w:r></w:p></w:footnote>`;
  const notes = figures.map(
    ({ key, follows }, at) =>
      `<w:footnote w:id="${noteOf(at)}">${paragraph(ownMark() + run(` ${follows}（${key}）`, look), {
        align: 'left',
        line: null,
        ...(edition === 1 ? {} : { style: NOTE_STYLE }),
      })}</w:footnote>`,
  );
  return root('footnotes', `${line(-1, 'separator')}${line(0, 'continuationSeparator')}${notes.join('')}`);
};

const NOTE_STYLE = 'a1';
/** A program that writes the numbers of notes by itself takes their size from here. */
const NOTES = `<w:style w:type="paragraph" w:styleId="${NOTE_STYLE}"><w:name w:val="footnote text"/><w:basedOn w:val="a"/>${runLook({ face: 'number', size: '五号' })}</w:style>`;
const STYLES = `<w:docDefaults><w:rPrDefault>${runLook({ face: 'body', size: '三号' })}</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>`;
const FONTS = Object.values(FACES)
  .map(
    ({ name, instead }) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('');
const SETTINGS =
  '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

/** Who made it and when is said by the issue, not by the machine: the instant up to which it knows things stands for its making. */
const core = ({ title, bureau, standing }: Report): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(bureau)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${standing.asOf}T00:00:00Z</dcterms:created></cp:coreProperties>`;

const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';

const partsOf = (report: Report, edition: number): readonly Part[] => [
  {
    name: '[Content_Types].xml',
    text: contentTypes([
      ['word/document.xml', 'wordprocessingml.document.main'],
      ['word/styles.xml', 'wordprocessingml.styles'],
      ['word/settings.xml', 'wordprocessingml.settings'],
      ['word/fontTable.xml', 'wordprocessingml.fontTable'],
      ['word/footnotes.xml', 'wordprocessingml.footnotes'],
      ['word/footer1.xml', 'wordprocessingml.footer'],
      ['word/footer2.xml', 'wordprocessingml.footer'],
    ]).replace('</Types>', `<Override PartName="/docProps/core.xml" ContentType="${CORE}"/></Types>`),
  },
  {
    name: '_rels/.rels',
    text: relations([['officeDocument', 'word/document.xml']]).replace(
      '</Relationships>',
      '<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    ),
  },
  { name: 'docProps/core.xml', text: core(report) },
  { name: 'word/document.xml', text: root('document', bodyOf(report, edition)) },
  {
    name: 'word/_rels/document.xml.rels',
    text: relations([
      ['footer', 'footer1.xml'],
      ['footer', 'footer2.xml'],
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['fontTable', 'fontTable.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
  },
  { name: 'word/styles.xml', text: root('styles', edition === 1 ? STYLES : STYLES + NOTES) },
  { name: 'word/settings.xml', text: root('settings', SETTINGS) },
  { name: 'word/fontTable.xml', text: root('fonts', FONTS) },
  { name: 'word/footnotes.xml', text: footnotes(report, edition) },
  { name: 'word/footer1.xml', text: footer('right') },
  { name: 'word/footer2.xml', text: footer('left') },
];

/** A report as a document in the shape of GB/T 9704. The same report in the same edition gives the same bytes on any day and under any release of a compressor. */
export const docxOf = (report: Report, edition: number = EDITION): Promise<Buffer> =>
  collected(zipped(partsOf(report, edition), 'stored'));
