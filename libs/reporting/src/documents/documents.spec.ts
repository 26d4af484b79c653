import { createHash } from 'node:crypto';
import yauzl from 'yauzl';
import ExcelJS from 'exceljs';
import { DEFAULT_DEFINITION, readTemplate, type IsoDate } from '#domain';
import { fillTemplate, type Facts } from '../reports/fill.ts';
import type { FigureParts } from '../reports/report.ts';
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import { reportWorkbook } from './sheets.ts';

const NONE: FigureParts = {
  value: null,
  previous: null,
  yearOnYear: null,
  target: null,
  progress: null,
  shortfall: null,
  rank: null,
};
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const SIGNED: FigureParts = {
  ...NONE,
  value: '24',
  previous: '30',
  yearOnYear: { numerator: '-1', denominator: '5', percent: '-20.00' },
  rank: 2,
};
const AMOUNT: FigureParts = {
  ...NONE,
  value: cny('3278710000.00'),
  target: cny('10840000000.00'),
  progress: { numerator: '327871', denominator: '1084000', percent: '30.25' },
  shortfall: '2.75',
  rank: 1,
};
const facts = (figures: Readonly<Record<string, FigureParts>> = {}): Facts => ({
  figures: new Map(Object.entries({ signed: SIGNED, 'signed-amount': AMOUNT, 'start-rate': NONE, ...figures })),
  ranked: [
    { name: '二组', figures: { 'signed-amount': { ...AMOUNT, rank: 2 } } },
    { name: '<一组>&', figures: { 'signed-amount': AMOUNT } },
    { name: '三组', figures: { 'signed-amount': { ...NONE, value: cny('0.00') } } },
  ],
  lists: new Map(),
  said: { bureau: '招商局', unit: '一组', period: '2023年', asOf: '2023年4月30日', day: '2023年5月4日', number: null },
  number: '青招通〔2023〕5号',
  day: '2023-05-04' as IsoDate,
  standing: { asOf: '2023-04-30', asKnown: '2023-05-04T01:00:00.000Z', position: 4711 },
  definition: DEFAULT_DEFINITION,
});
const TEMPLATE = `# {bureau}关于{period}的通报
> {unit}：
## 一、签约
签约{signed}个«，同比{signed.change}»，金额{signed-amount}，完成{signed-amount.progress}，{signed-amount.pace}«；开工率{start-rate}»。
@ranking signed-amount`;
const report = (template = TEMPLATE, of = facts()) =>
  fillTemplate('circular', readTemplate(template, DEFAULT_DEFINITION), of);
const sentence = ({ blocks, figures }: ReturnType<typeof report>): string =>
  blocks
    .flatMap((block) => (block.is === 'paragraph' ? block.runs : []))
    .map((run) => ('text' in run ? run.text : figures[run.cited]!.printed))
    .join('');

const partsOf = (zip: Buffer): Promise<ReadonlyMap<string, { text: string; day: Date; method: number }>> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, { text: string; day: Date; method: number }>();
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (entry: yauzl.Entry) =>
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            parts.set(entry.fileName, { text, day: entry.getLastModDate(), method: entry.compressionMethod });
            file.readEntry();
          });
        }),
      );
      file.on('end', () => resolve(parts));
      file.readEntry();
    });
  });

it('a sentence says its figures in words, and what does not exist is left out with its phrase', () => {
  expect(sentence(report())).toBe('签约24个，同比下降20.00%，金额32.7871亿元，完成30.25%，落后序时进度2.75个百分点。');
});

it('a figure that must be printed and does not exist, or does not follow from its parts, is refused with the reason', () => {
  expect(() => report('# 通报\n开工率{start-rate}')).toThrow(
    'figure-does-not-exist: This figure does not exist and cannot be printed: start-rate.value, its denominator is zero, so it does not exist.',
  );
  const wrong = { ...SIGNED, yearOnYear: { numerator: '-1', denominator: '5', percent: '-21.00' } };
  expect(() => report('# 通报\n«同比{signed.change}»', facts({ signed: wrong }))).toThrow('figure-does-not-follow');
});

it('units stand by rank, who has nothing has none, and each cell keeps its key', () => {
  const [table] = report().blocks.flatMap((block) => (block.is === 'table' ? [block] : []));
  expect(table!.rows.map(([rank, name]) => [rank, name])).toEqual([
    ['1', '<一组>&'],
    ['2', '二组'],
    ['', '三组'],
  ]);
  expect([table!.keys[0]![2], table!.rows[0]![2]]).toEqual(['signed-amount.value@<一组>&', '327871']);
});

it('a document built at another time has the same bytes, and no part carries a time or is compressed', async () => {
  const first = await docxOf(report());
  jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), doNotFake: ['nextTick', 'setImmediate'] });
  const second = await docxOf(report());
  jest.useRealTimers();
  expect(second.equals(first)).toBe(true);
  for (const { day, method } of (await partsOf(first)).values()) expect([day.getFullYear(), method]).toEqual([1980, 0]);
});

it('a document is laid out as GB/T 9704 says: margins, faces, lines, page numbers on both sides, notes under figures', async () => {
  const parts = await partsOf(await docxOf(report()));
  const body = parts.get('word/document.xml')!.text;
  const mm = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440);
  const margin = (side: string) => mm(new RegExp(`w:pgMar [^>]*w:${side}="(\\d+)"`).exec(body)?.[1]);
  expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([37, 35, 28, 26]);
  expect(body).toContain('w:eastAsia="方正小标宋简体"');
  expect(body).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>');
  expect(body).toContain('青招通〔2023〕5号');
  expect(body).toContain('&lt;一组&gt;&amp;');
  expect(parts.get('word/settings.xml')!.text).toContain('<w:evenAndOddHeaders/>');
  expect(parts.get('word/footnotes.xml')!.text).toContain('签约项目数（同比） = -1 ÷ 5（signed.change）');
  expect(body.match(/<w:footnoteReference /g)).toHaveLength(5);
});

const BEHIND = new Map([
  [
    'signed',
    [
      {
        title: '签约项目数',
        value: '1',
        rows: [
          { group: '一组', code: '=A1', name: '<轴承>', event: '签约', on: '2023-04-01', basis: 'HT-1', value: '1' },
        ],
      },
    ],
  ],
]);

it('a page shows the parts of a figure that is clicked, without a script and without anything from elsewhere', () => {
  const html = htmlOf(report(), BEHIND).toString();
  const [, target] = /<a class="figure" href="#(f\d+)">24<\/a>/.exec(html) ?? [];
  expect(html).toContain(`<section id="${target}"><strong>24</strong>`);
  expect(html.slice(html.indexOf(`id="${target}"`))).toContain('&lt;轴承&gt;');
  expect(html).toMatch(/<td><a class="figure" href="#c1">1<\/a><\/td>/);
  expect(html).toContain('<section id="c1"><strong>&lt;一组&gt;&amp;</strong>');
  expect(html).not.toMatch(/<script|src=|https?:/);
});

it('a workbook of a report has its text, its tables, its figures and a sheet behind each, and no formula', async () => {
  const bytes = await reportWorkbook(report(), BEHIND);
  expect(bytes.equals(await reportWorkbook(report(), BEHIND))).toBe(true);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['正文', '各单位签约额排名', '数字来源', '签约项目数']);
  const row = workbook.getWorksheet('签约项目数')!.getRow(4);
  expect([row.getCell(2).value, row.getCell(2).formula, row.getCell(3).value]).toEqual(["'=A1", undefined, '<轴承>']);
});

it('a day of a table stands on one line, whatever else the table holds', async () => {
  const columns = ['序号', '项目名称', '到期日', '下一步'].map((header) => ({ header, weight: 2, right: false }));
  const rows = [['1', '轴承及其配套件生产线二期项目', '2024-07-17', '']];
  const table = { is: 'table' as const, title: '清单', columns, rows, keys: [[null, null, null, null]] };
  const parts = await partsOf(await docxOf({ ...report(), blocks: [table] }));
  const widths = [...parts.get('word/document.xml')!.text.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, w]) =>
    Number(w),
  );
  expect(widths[2]).toBeGreaterThanOrEqual(10 * 105 + 2 * 57); // ten half signs of 10.5 points, and the edges
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(8844);
});

/** Issues that were frozen are printed by these bytes. Another hash here means: raise EDITION (edition.ts) and keep what wrote the old one. */
it('the first edition of the writers gives these bytes for ever', async () => {
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  expect([
    hash(await docxOf(report(), 1)),
    hash(await reportWorkbook(report(), BEHIND)),
    hash(htmlOf(report(), BEHIND)),
  ]).toEqual([
    'fda1cddaab01a4657cb8ce2b2b92187ebf04695bb1e1f874b3c8039dec9ce960',
    '7c6482ea80b956549398fc7b47db9c23ee3c947d2d4999d448ba791861a6c1cc',
    '7461695c6b0fd8eecb3e16bc58ad322e576cf817a675b279027fb06d080a7e8b',
  ]);
});

it('the second edition differs in the looks of notes and in the widths of tables', async () => {
  const [first, second] = [await partsOf(await docxOf(report(), 1)), await partsOf(await docxOf(report(), 2))];
  const changed = [...second].filter(([name, { text }]) => first.get(name)?.text !== text).map(([name]) => name);
  expect(changed).toEqual(['word/styles.xml', 'word/footnotes.xml']); // and in documents the widths of tables with long texts
  expect(second.get('word/footnotes.xml')!.text).toContain('<w:p><w:pPr><w:pStyle w:val="a1"/>');
});
