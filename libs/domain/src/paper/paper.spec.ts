import { isoDate } from '../dates.ts';
import { attachPaper, foldPapers, paperName } from './paper.ts';

const TODAY = isoDate('2026-11-29');
const paper = { project: 'p', sha256: 'ab'.repeat(32), name: '合同.pdf', bytes: 12, kind: null };

it('a paper is attached once, whatever name it comes under later', () => {
  const [first] = attachPaper(paper, new Map(), TODAY);
  expect(first).toMatchObject({ type: 'PaperAttached', occurredOn: TODAY, data: paper });
  expect(attachPaper({ ...paper, name: '另存.pdf' }, foldPapers([first!]), TODAY)).toEqual([]);
});

it('an empty file is refused', () => {
  expect(() => attachPaper({ ...paper, bytes: 0 }, new Map(), TODAY)).toThrow('paper-empty');
});

it('the name of a file keeps its words and its ending, and loses folders and what no file bears', () => {
  expect(paperName('C:\\桌面\\开工证明（盖章）.jpg')).toBe('开工证明（盖章）.jpg');
  expect(paperName('../../etc/passwd')).toBe('passwd');
  expect(paperName('a\u0000b\u202e"<x>?.pdf')).toBe('abx.pdf');
  expect(paperName('...')).toBe('材料');
  expect(paperName('')).toBe('材料');
  expect([...paperName(`${'长'.repeat(5000)}.pdf`)]).toHaveLength(200);
  expect(paperName(`${'长'.repeat(5000)}.pdf`)).toMatch(/\.pdf$/);
});
