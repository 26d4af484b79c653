import fc from 'fast-check';
import { alike, COLOURS, type IsoDate } from '#domain';
import { digest, type Notice, type Told } from './digest.ts';

const told: Told = {
  to: { person: 'p-1', name: '王芳' },
  window: '2026-03-02',
  language: 'zh',
  writtenAt: '2026-03-02T00:30:00.000Z',
};
const notice = (id: string, project: string, more: Partial<Notice> = {}): Notice => ({
  id,
  project: { id: project, code: `HX-${project}`, name: `${project}项目` },
  rung: 'reminder',
  colour: 'yellow',
  about: { zh: '约定开工', en: 'Agreed start' },
  due: '2026-03-01' as IsoDate,
  daysLate: 1,
  ...more,
});
const THREE: [Notice, ...Notice[]] = [
  notice('n1', '甲', { rung: 'near-due', colour: 'blue', due: '2026-03-09' as IsoDate, daysLate: -7 }),
  notice('n2', '乙', {
    rung: 'circular',
    colour: 'red',
    due: '2025-12-01' as IsoDate,
    daysLate: 91,
    link: 'https://luodi.example/projects/2',
  }),
  notice('n3', '甲', { about: { zh: '首笔到资', en: 'first funds' } }),
];

it('one message names everything, a project at a time, the worst first', () => {
  const { subject, lines } = digest(told, THREE);
  expect(subject).toBe('项目提醒 2 个项目 3 项，其中红色 1 个');
  expect(lines).toEqual([
    { text: '乙项目（HX-乙）' },
    { text: '【红】通报：约定开工，应于 2025-12-01，逾期 91 天', link: 'https://luodi.example/projects/2' },
    { text: '甲项目（HX-甲）' },
    { text: '【黄】催办：首笔到资，应于 2026-03-01，逾期 1 天' },
    { text: '【蓝】临期提醒：约定开工，应于 2026-03-09，还有 7 天' },
  ]);
});
it('the same in English', () => {
  const { subject, lines } = digest({ ...told, language: 'en' }, THREE);
  expect(subject).toBe('Projects: 3 notices on 2, 1 red');
  expect(lines.map(({ text }) => text)).toEqual([
    '乙项目 (HX-乙)',
    '[red] Circular: Agreed start, due 2025-12-01, 91 days late',
    '甲项目 (HX-甲)',
    '[yellow] Reminder: first funds, due 2026-03-01, 1 day late',
    '[blue] Near due: Agreed start, due 2026-03-09, 7 days left',
  ]);
});
it('an order, an issue or a task is named and leads to itself, under its project where it belongs to one', () => {
  const order = notice('n4', '甲', {
    about: { zh: '督办回复', en: 'order reply' },
    subject: alike('督办〔2026〕1号 甲项目：桩基未进场'),
    link: 'https://luodi.example/matters/orders/4',
  });
  const task = notice('n5', '', { project: null, subject: { zh: '四月调度会：协调用地', en: 'April meeting: land' } });
  expect(digest(told, [task, order])).toMatchObject({
    subject: '项目提醒 1 个项目 2 项',
    lines: [
      { text: '甲项目（HX-甲）' },
      {
        text: '【黄】催办：督办回复《督办〔2026〕1号 甲项目：桩基未进场》，应于 2026-03-01，逾期 1 天',
        link: 'https://luodi.example/matters/orders/4',
      },
      { text: '其他事项' },
      { text: '【黄】催办：约定开工《四月调度会：协调用地》，应于 2026-03-01，逾期 1 天' },
    ],
  });
  expect(digest({ ...told, language: 'en' }, [task])).toMatchObject({
    subject: 'Supervision: 1 notice',
    lines: [
      { text: 'Other matters' },
      { text: '[yellow] Reminder: Agreed start "April meeting: land", due 2026-03-01, 1 day late' },
    ],
  });
});
it('a due day itself is neither late nor early', () => {
  expect(digest(told, [notice('n', '甲', { rung: 'due', daysLate: 0 })]).lines[1]?.text).toContain('今日到期');
  expect(
    digest({ ...told, language: 'en' }, [notice('n', '甲', { rung: 'due', daysLate: 0 })]).lines[1]?.text,
  ).toContain('due today');
});
it('the id tells person, window and notices apart, and nothing else', () => {
  const id = digest(told, THREE).id;
  expect(digest({ ...told, language: 'en', writtenAt: '2026-03-02T01:00:00.000Z' }, THREE).id).toBe(id);
  expect(
    new Set([
      id,
      digest({ ...told, window: '2026-03-03' }, THREE).id,
      digest({ ...told, to: { person: 'p-2', name: '王芳' } }, THREE).id,
      digest(told, [THREE[0]]).id,
    ]).size,
  ).toBe(4);
});
it('in whatever order, and however often, notices arrive, the digest is the same and none is lost', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          id: fc.uuid(),
          project: fc.constantFrom('甲', '乙', '丙'),
          colour: fc.constantFrom(...COLOURS),
          rung: fc.constantFrom('near-due' as const, 'reminder' as const, 'circular' as const),
          daysLate: fc.integer({ min: -30, max: 200 }),
        }),
        { minLength: 1, maxLength: 20, selector: ({ id }) => id },
      ),
      fc.nat(),
      (drawn, turn) => {
        const notices = drawn.map(({ id, project, ...more }) => notice(id, project, more)) as [Notice, ...Notice[]];
        const cut = turn % notices.length;
        const turned = [notices[cut]!, ...notices.slice(cut + 1), ...notices.slice(0, cut), notices[0]] as [
          Notice,
          ...Notice[],
        ];
        expect(digest(told, turned)).toEqual(digest(told, notices));
        expect(digest(told, notices).lines).toHaveLength(
          notices.length + new Set(drawn.map(({ project }) => project)).size,
        );
      },
    ),
  ));
