import { escaped } from '../package/xml.ts';
import {
  basisOf,
  chineseDay,
  type CitedFigure,
  type Report,
  type Run,
  type TableBlock,
  type TextBlock,
} from '../reports/report.ts';
import { rowsOf, type Behind, type FigureRows } from '../reports/parts.ts';

const STYLE = `
body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.9 FangSong,"仿宋",STFangsong,serif;color:#111;background:#fff}
h1{font:700 1.6rem/1.5 "方正小标宋简体",STZhongsong,SimSun,serif;text-align:center}
h2{font:700 1.15rem/1.8 SimHei,"黑体",sans-serif}h3{font:700 1.1rem/1.8 KaiTi,"楷体",serif}
p{text-indent:2em;margin:0}p.to,p.basis{text-indent:0}p.sign{text-align:right;text-indent:0}
p.basis,table,section{font:.85rem/1.6 SimSun,"宋体",sans-serif}
table{border-collapse:collapse;width:100%;margin:.8rem 0}th,td{border:1px solid #666;padding:.2rem .4rem}td.right{text-align:right}
a.figure{color:#0b4fa0;text-decoration:underline dotted}section{display:none;border:1px solid #999;padding:.8rem;margin:1rem 0}
section:target{display:block}@media print{section{display:none!important}a.figure{color:inherit;text-decoration:none}}`;

const TAGS: Readonly<Record<TextBlock['is'], string>> = { heading: 'h2', subheading: 'h3', paragraph: 'p' };

const runs = (list: readonly Run[], figures: readonly CitedFigure[]): string =>
  list
    .map((one) =>
      'text' in one
        ? escaped(one.text)
        : `<a class="figure" href="#f${one.cited + 1}">${escaped(figures[one.cited]!.printed)}</a>`,
    )
    .join('');

/** A cell that is a figure leads to its parts, as a figure of a sentence does. */
const cellText = (text: string, target: string | undefined): string =>
  target === undefined ? escaped(text) : `<a class="figure" href="#${target}">${escaped(text)}</a>`;

const table = ({ title, columns, rows, keys }: TableBlock, targets: ReadonlyMap<string, string>): string => {
  const head = columns.map(({ header }) => `<th scope="col">${escaped(header)}</th>`).join('');
  const line = (cells: readonly string[], row: number): string =>
    `<tr>${cells
      .map((text, at) => {
        const target = targets.get(keys[row]?.[at] ?? '');
        return `<td${columns[at]!.right ? ' class="right"' : ''}>${cellText(text, target)}</td>`;
      })
      .join('')}</tr>`;
  return `<table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.map(line).join('')}</tbody></table>`;
};

const partTable = ({ title, value, rows }: FigureRows): string => {
  const line = ({ code, name, event, on, basis, value: own }: FigureRows['rows'][number]): string =>
    `<tr>${[code, name, event, on, basis, own].map((text) => `<td>${escaped(text ?? '')}</td>`).join('')}</tr>`;
  return `<h4>${escaped(title)}：${escaped(value)}</h4><table><thead><tr><th>编号</th><th>项目</th><th>依据的事实</th><th>日期</th><th>文件</th><th>数值</th></tr></thead><tbody>${rows.map(line).join('')}</tbody></table>`;
};

/** A click on a figure shows its parts: a section that is the target of its link. No script, nothing from elsewhere: it opens from a disk, offline. */
const section = (id: string, about: string, of: readonly FigureRows[]): string =>
  `<section id="${id}">${about} <a href="#top">返回</a>${of.map(partTable).join('')}</section>`;

const parts = ({ key, printed, follows }: CitedFigure, at: number, behind: Behind): string =>
  section(
    `f${at + 1}`,
    `<strong>${escaped(printed)}</strong> ${escaped(follows)}（${escaped(key)}）`,
    rowsOf(behind, key),
  );

/** signed.value@一组 and signed.rank@一组 open the same parts. */
const cellSource = (key: string): string => key.replace(/\.[a-z]+@/, '@');

/** Where each cell's figure is opened, by its key. */
const cellTargets = ({ blocks }: Report): ReadonlyMap<string, string> => {
  const keys = blocks.flatMap((block) => (block.is === 'table' ? block.keys.flat() : [])).filter((key) => key !== null);
  const sources = [...new Set(keys.map(cellSource))];
  return new Map(keys.map((key) => [key, `c${sources.indexOf(cellSource(key)) + 1}`]));
};

const cellSections = (targets: ReadonlyMap<string, string>, behind: Behind): readonly string[] => {
  const first = new Map([...targets].reverse().map(([key, target]) => [target, key]));
  return [...first]
    .reverse()
    .map(([target, key]) =>
      section(target, `<strong>${escaped(key.split('@')[1] ?? '')}</strong>`, rowsOf(behind, key)),
    );
};

/** A report as one page that needs nothing else. `behind`: what its figures are made of. */
export const htmlOf = (report: Report, behind: Behind): Buffer => {
  const { title, number, to, figures, bureau, day } = report;
  const targets = cellTargets(report);
  const blocks = report.blocks.map((block) =>
    block.is === 'table'
      ? table(block, targets)
      : `<${TAGS[block.is]}>${runs(block.runs, figures)}</${TAGS[block.is]}>`,
  );
  return Buffer.from(
    [
      `<!doctype html><html lang="zh-CN" id="top"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
      `<p class="to">${escaped(number ?? '（代拟稿）')}</p><h1>${escaped(title)}</h1>`,
      to === null ? '' : `<p class="to">${escaped(to)}</p>`,
      ...blocks,
      `<p class="sign">${escaped(bureau)}</p><p class="sign">${chineseDay(day)}</p><p class="basis">${escaped(basisOf(report))}</p>`,
      ...figures.map((figure, at) => parts(figure, at, behind)),
      ...cellSections(targets, behind),
      '</body></html>\n',
    ].join('\n'),
  );
};
