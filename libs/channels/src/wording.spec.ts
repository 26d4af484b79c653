import fc from 'fast-check';
import type { Line, Message } from './message.ts';
import { bytesOf, fitting, harmless, markdownLink } from './wording.ts';

const message = (lines: readonly Line[], language: 'zh' | 'en' = 'zh'): Message => ({
  id: 'm',
  to: { person: 'p', name: '王芳' },
  subject: 's',
  lines,
  language,
  kind: 'test',
  writtenAt: '2026-03-02T00:30:00.000Z',
});
const size = (lines: readonly Line[]): number => bytesOf(lines.map(({ text }) => text).join('\n'));

it('a project cannot be named so that a chat calls everybody, shows a link or breaks the line', () => {
  expect(harmless('<@all> [领奖](https://evil.example)\n# 大字 `x` **y** a_b @all')).toBe(
    '＜＠all＞ ［领奖］(https://evil.example) ＃ 大字 ｀x｀ ＊＊y＊＊ a＿b ＠all',
  );
  expect(markdownLink({ text: '甲]厂', link: 'https://luodi.example/p/1) [x](https://evil.example' })).toBe(
    '[甲］厂](https://luodi.example/p/1%29%20[x]%28https://evil.example)',
  );
});
it('lines that fit are all kept', () =>
  expect(fitting(message([{ text: '一' }, { text: '二' }]), 7, size)).toEqual([{ text: '一' }, { text: '二' }]));
it('where there are too many the first are kept and the rest is counted, in the language of the message', () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ text: `${index}`.repeat(20) }));
  expect(fitting(message(ten), 150, size).at(-1)).toEqual({ text: '……另有 6 条，请在系统收件箱中查看。' }); // 4 × 21 bytes and 55 for the note are 139; a fifth would make 160
  expect(fitting(message(ten), 150, size)).toHaveLength(5);
  expect(fitting(message(ten, 'en'), 100, size).at(-1)).toEqual({
    text: '… and 8 more: see your inbox in the system.',
  });
});
it('whatever the lines, what is kept fits, is a beginning, and counts the rest rightly', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1, maxLength: 40 }).map((text) => ({ text })),
        { minLength: 1, maxLength: 60 },
      ),
      fc.integer({ min: 60, max: 600 }),
      (lines, most) => {
        const kept = fitting(message(lines, 'en'), most, size);
        expect(size(kept)).toBeLessThanOrEqual(most);
        if (kept.length === lines.length && kept.at(-1) === lines.at(-1)) return;
        expect(kept.slice(0, -1)).toEqual(lines.slice(0, kept.length - 1));
        expect(kept.at(-1)!.text).toBe(`… and ${lines.length - kept.length + 1} more: see your inbox in the system.`);
      },
    ),
  ));
