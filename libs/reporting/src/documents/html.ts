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
import type { FigureRows } from '../reports/parts.ts';

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

const table = ({ title, columns, rows }: TableBlock): string => {
  const head = columns.map(({ header }) => `<th scope="col">${escaped(header)}</th>`).join('');
  const line = (cells: readonly string[]): string =>
    `<tr>${cells.map((text, at) => `<td${columns[at]!.right ? ' class="right"' : ''}>${escaped(text)}</td>`).join('')}</tr>`;
  return `<table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.map(line).join('')}</tbody></table>`;
};

const partTable = ({ title, value, rows }: FigureRows): string => {
  const line = ({ code, name, event, on, basis, value: own }: FigureRows['rows'][number]): string =>
    `<tr>${[code, name, event, on, basis, own].map((text) => `<td>${escaped(text ?? '')}</td>`).join('')}</tr>`;
  return `<h4>${escaped(title)}：${escaped(value)}</h4><table><thead><tr><th>编号</th><th>项目</th><th>依据的事实</th><th>日期</th><th>文件</th><th>数值</th></tr></thead><tbody>${rows.map(line).join('')}</tbody></table>`;
};

/** A click on a figure shows its parts: a section that is the target of its link. No script, nothing from elsewhere: it opens from a disk, offline. */
const parts = ({ key, printed, follows }: CitedFigure, at: number, of: readonly FigureRows[]): string =>
  `<section id="f${at + 1}"><strong>${escaped(printed)}</strong> ${escaped(follows)}（${escaped(key)}） <a href="#top">返回</a>${of.map(partTable).join('')}</section>`;

/** A report as one page that needs nothing else. `partsOf`: what each figure is made of, by its key. */
export const htmlOf = (report: Report, partsOf: ReadonlyMap<string, readonly FigureRows[]>): Buffer => {
  const { title, number, to, figures, bureau, day } = report;
  const blocks = report.blocks.map((block) =>
    block.is === 'table' ? table(block) : `<${TAGS[block.is]}>${runs(block.runs, figures)}</${TAGS[block.is]}>`,
  );
  return Buffer.from(
    [
      `<!doctype html><html lang="zh-CN" id="top"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
      `<p class="to">${escaped(number ?? '（代拟稿）')}</p><h1>${escaped(title)}</h1>`,
      to === null ? '' : `<p class="to">${escaped(to)}</p>`,
      ...blocks,
      `<p class="sign">${escaped(bureau)}</p><p class="sign">${chineseDay(day)}</p><p class="basis">${escaped(basisOf(report))}</p>`,
      ...figures.map((figure, at) => parts(figure, at, partsOf.get(figure.key) ?? [])),
      '</body></html>\n',
    ].join('\n'),
  );
};
