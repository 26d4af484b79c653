import { importedText, type Imported } from './imported.ts';

// Days that are told from another day: what a title’s day makes of them, and what nobody can know yet.

const table = (title: string, ...rows: readonly string[]): Promise<Imported> =>
  importedText(
    'days.csv',
    [`${title},,,,,`, '项目名称,投资方,签约日期,总投资（亿元）,开工日期,约定开工时间', ...rows].join('\n'),
  );
const verdicts = ({ found }: Imported): readonly string[] => found.map((one) => one.split('!')[1]!);

it.each(['重点项目台账（截至2026年10月31日）', '2026年1-10月重点项目台账', '2024-2026年台账 填报日期：2026.10.31'])(
  'under %s 去年12月, 上月 and 明年上半年 are months of its own, each said with its reading and kept as written',
  async (title) => {
    const told = await table(title, '甲,甲公司,去年12月,5,上月,明年上半年');
    const { contract, startCertified, extra } = told.of('甲');
    expect([verdicts(told), contract?.on, startCertified?.on, contract?.agreedStart?.date, extra]).toEqual([
      ['3 warn: told-from-then told-from-then told-from-then'],
      '2025-12-31',
      '2026-09-30',
      '2027-06-30',
      { 签约日期: '去年12月', 开工日期: '上月', 约定开工时间: '明年上半年' },
    ]);
    expect(told.report.rows[0]!.findings.map(({ cell, message }) => `${cell} ${message.zh.split('：')[1]!}`)).toEqual([
      'C3 “去年12月”→ 2025-12。',
      'E3 “上月”→ 2026-09。',
      'F3 “明年上半年”→ 2027-06。',
    ]);
  },
);

it.each(['重点项目台账', '2026年重点项目台账', '2026年3月与2026年6月对照表'])(
  'under %s, which is of no day, they wait where they decide and are kept where they do not',
  async (title) => {
    const told = await table(
      title,
      '甲,甲公司,去年12月,5,,',
      '乙,乙公司,2025-01-02,5,上月,',
      '丙,丙公司,2025-01-02,5,,明年3月',
    );
    expect(verdicts(told)).toEqual(['3 held: decides-unclear', '4 held: decides-unclear', '5 warn: not-understood']);
    expect(told.of('丙').extra).toEqual({ 约定开工时间: '明年3月' });
  },
);

it('the end or the beginning of a year is no day of a fact, whatever the title says; of a plan its end is', async () => {
  const told = await table(
    '台账（截至2026年10月31日）',
    '甲,甲公司,去年底,5,,',
    '乙,乙公司,2025-01-02,5,今年初,',
    '丙,丙公司,2025-01-02,5,,今年底',
    '丁,丁公司,2025-01-02,5,,明年内',
  );
  expect(verdicts(told)).toEqual([
    '3 held: decides-unclear',
    '4 held: decides-unclear',
    '5 warn: told-from-then',
    '6 warn: told-from-then',
  ]);
  expect(['丙', '丁'].map((name) => told.of(name).contract?.agreedStart?.date)).toEqual(['2026-12-31', '2027-12-31']);
});

it.each(['近期', '尽快', '长期', '适时开工'])(
  '%s is no day yet: said, kept as written, and nothing waits for it, whether an amount is told or not',
  async (words) => {
    const told = await table(
      '台账',
      `甲,甲公司,2025-01-02,5,${words},${words}`,
      `乙,乙公司,${words},5,,`,
      `丙,丙公司,${words},,,`,
    );
    expect([verdicts(told), told.of('甲').startCertified, told.of('甲').extra, told.of('乙').extra]).toEqual([
      ['3 warn: no-day-yet no-day-yet', '4 warn: no-day-yet', '5 warn: no-day-yet'],
      null,
      { 开工日期: words, 约定开工时间: words },
      { 签约日期: words },
    ]);
  },
);

it('待定 is nothing yet', async () => {
  const told = await table('台账', '甲,甲公司,待定,5,待定,待定');
  expect([verdicts(told), told.of('甲').phase, told.of('甲').extra]).toEqual([
    [],
    'negotiation',
    { 签约日期: '待定', 开工日期: '待定', 约定开工时间: '待定' },
  ]);
});

it('已完成 without a day waits where it decides', async () => {
  expect(verdicts(await table('台账', '甲,甲公司,2025-01-02,5,已完成,'))).toEqual(['3 held: decides-without-day']);
});
