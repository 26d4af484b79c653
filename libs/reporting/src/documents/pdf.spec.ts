import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsoDate } from '#domain';
import { needs } from '../../../../test/support/left-out.ts';
import type { Report } from '../reports/report.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';

const PARAGRAPH = '招商引资工作情况'.repeat(70); // 560 characters: twenty lines of twenty-eight

const REPORT: Report = {
  name: 'circular',
  kind: { zh: '情况通报', en: 'Circular' },
  title: '关于签约情况的通报',
  to: null,
  number: '青招通〔2023〕5号',
  bureau: '招商局',
  day: '2023-05-04' as IsoDate,
  blocks: [0, 1, 2].map(() => ({ is: 'paragraph', runs: [{ text: PARAGRAPH }] }) as const),
  figures: [],
  standing: { asOf: '2023-04-30', asKnown: '2023-05-04T01:00:00.000Z', position: 4711 },
  definition: { name: 'default', version: 1 },
  rounding: { mode: 'half-up', places: 2 },
};

interface Line {
  readonly left: number; // all in millimetres from the upper left corner of the page
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}
const mm = (points: string): number => (Number(points) * 25.4) / 72;

/** The lines of each page, from the top, as they stand on paper. */
const pagesOf = (pdf: Buffer): readonly (readonly Line[])[] => {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-measured-'));
  try {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, pdf);
    const layout = execFileSync('pdftotext', ['-bbox-layout', path, '-'], { encoding: 'utf8' });
    return layout
      .split('<page ')
      .slice(1)
      .map((page) =>
        [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs)]
          .map(([, left, top, right, bottom, words]): Line => ({
            left: mm(left!),
            top: mm(top!),
            right: mm(right!),
            bottom: mm(bottom!),
            text: words!.replace(/<[^>]*>|\s/g, ''),
          }))
          .sort((a, b) => a.top - b.top),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const within = (millimetres: number, of: number): boolean => Math.abs(millimetres - of) <= 1;

needs({ name: 'a document measured on paper', file: '/usr/bin/soffice' })('a document on paper', () => {
  needs({ name: 'positions in a PDF', file: '/usr/bin/pdftotext' })('as LibreOffice lays it out', () => {
    let pages: readonly (readonly Line[])[] = [];
    beforeAll(async () => {
      pages = pagesOf((await pdfOf(await docxOf(REPORT))).bytes);
    }, 600_000);
    const full = () => pages[1]!.filter(({ text }) => text.length > 20);

    it('has twenty-two lines of twenty-eight characters on a page, from 28 mm to 184 mm', () => {
      expect(full().filter(({ text }) => text.length === 28).length).toBeGreaterThanOrEqual(20);
      expect(pages[1]!.filter(({ text }) => !text.includes('—'))).toHaveLength(22);
      for (const { left, right } of full().filter(({ text }) => text.length === 28))
        expect([within(left, 28), within(right, 184)]).toEqual([true, true]);
    });
    it('begins 37 mm below the edge, each line a twenty-second of 225 mm below the one before', () => {
      const lines = pages[1]!.filter(({ text }) => !text.includes('—'));
      const [first, last] = [lines[0]!, lines.at(-1)!];
      expect(within(first.top, 37 + 2)).toBe(true); // the letters stand in the middle of their line
      const step = (last.top - first.top) / (lines.length - 1);
      expect(Math.abs(step - 225 / 22)).toBeLessThan(0.1);
    });
    it('numbers its pages between dashes, on the right of odd pages and on the left of even ones', () => {
      const number = (page: number) => pages[page]!.find(({ text }) => text === `—${page + 1}—`)!;
      expect(within(number(0).right, 184 - 5)).toBe(true);
      expect(within(number(1).left, 28 + 5)).toBe(true);
      expect(within(number(0).bottom, 297 - 23)).toBe(true);
    });
    it('has the head of its bureau, the number and the title in the middle, in this order', () => {
      const middle = ({ left, right }: Line): number => (left + right) / 2;
      const at = (text: string) => pages[0]!.find((line) => line.text === text)!;
      const order = [at('招商局'), at('青招通〔2023〕5号'), at('关于签约情况的通报')];
      expect(order.map((line) => within(middle(line), 28 + 78))).toEqual([true, true, true]);
      expect([...order].sort((a, b) => a.top - b.top)).toEqual(order);
    });
  });
});
