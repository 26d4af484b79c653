import { basisOf, chineseDay, type Report, type Run, type TextBlock } from '../reports/report.ts';
import { emptyLine, noteMark, paragraph, run, type ParagraphLook, type RunLook } from './paragraph.ts';
import { PAGE } from './page.ts';
import { table } from './table.ts';

const FIRST_NOTE = 1; // -1 and 0 are the lines that part notes from text

/** Footnotes in the order in which figures are first printed. */
export const noteOf = (cited: number): number => cited + FIRST_NOTE;

const LOOKS: Readonly<Record<TextBlock['is'], { readonly run: RunLook; readonly paragraph: ParagraphLook }>> = {
  heading: { run: { face: 'heading', size: '三号' }, paragraph: { indent: true, level: 1, together: true } },
  subheading: { run: { face: 'subheading', size: '三号' }, paragraph: { indent: true, level: 2, together: true } },
  paragraph: { run: { face: 'body', size: '三号' }, paragraph: { indent: true } },
};

/** Each figure is marked where it is first printed. */
const runs = (report: Report, list: readonly Run[], look: RunLook, marked: Set<number>): string =>
  list
    .map((one) => {
      if ('text' in one) return run(one.text, look);
      const { printed } = report.figures[one.cited]!;
      if (marked.has(one.cited)) return run(printed, look);
      marked.add(one.cited);
      return run(printed, look) + noteMark(noteOf(one.cited));
    })
    .join('');

/** The red head of an issue with its number and line. A draft has none; a seal is never drawn. */
const head = ({ number, bureau }: Report): readonly string[] =>
  number === null
    ? [paragraph(run('（代拟稿）', { face: 'heading', size: '三号' }), { align: 'left' }), emptyLine()]
    : [
        paragraph(run(bureau, { face: 'title', size: '初号', red: true }), { align: 'center', line: null }),
        emptyLine(),
        paragraph(run(number, { face: 'body', size: '三号' }), { align: 'center', under: true }),
        emptyLine(),
      ];

const SECTION = `<w:sectPr><w:footerReference w:type="default" r:id="r1"/><w:footerReference w:type="even" r:id="r2"/><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="851" w:footer="${PAGE.footer}" w:gutter="0"/></w:sectPr>`;

/** document.xml within its root. */
export const bodyOf = (report: Report, edition: number): string => {
  const marked = new Set<number>();
  const blocks = report.blocks.map((block) => {
    if (block.is === 'table')
      return [
        paragraph(run(block.title, { face: 'heading', size: '四号' }), { align: 'center', together: true }),
        table(block, edition),
      ].join('');
    const look = LOOKS[block.is];
    return paragraph(runs(report, block.runs, look.run, marked), look.paragraph);
  });
  const body: RunLook = { face: 'body', size: '三号' };
  return [
    '<w:body>',
    ...head(report),
    paragraph(run(report.title, { face: 'title', size: '二号' }), { align: 'center', line: null }),
    emptyLine(),
    ...(report.to === null ? [] : [paragraph(run(report.to, body))]),
    ...blocks,
    emptyLine(),
    emptyLine(),
    paragraph(run(report.bureau, body), { align: 'right', back: 4, together: true }),
    paragraph(run(chineseDay(report.day), body), { align: 'right', back: 4 }),
    emptyLine(),
    paragraph(run(basisOf(report), { face: 'number', size: '五号' }), { line: null }),
    SECTION,
    '</w:body>',
  ].join('');
};
