import { likenessOf, type Known } from './likeness.ts';

const known = (name: string, investor: string | null = null, nationalCode: string | null = null): Known => ({
  name,
  investor,
  nationalCode,
});
const battery = known('宁远固态电池正极材料项目', '宁远新能源股份有限公司');

it.each<readonly [string, Known, number | undefined]>([
  ['the same name and investor, however both are written', known('宁远 固态电池正极材料（项目）', '宁远新能源公司'), 1],
  ['names of one investor that are nearly one', known('宁远固态电池正极材料项目二', '宁远新能源股份有限公司'), 2],
  ['names of one investor that are alike', known('宁远固态电池负极材料基地', '宁远新能源股份有限公司'), 3],
  ['another project of the same investor', known('城东综合体', '宁远新能源股份有限公司'), 4],
  ['the same name of nobody', known('宁远固态电池正极材料项目'), 4],
  ['nothing in common', known('城东综合体', '远山置业有限公司'), undefined],
])('%s', (_what, other, level) => {
  expect(likenessOf(battery, other)?.level).toBe(level);
  expect(likenessOf(other, battery)?.level).toBe(level);
});

it('one national code is one project, whatever it is called', () => {
  const code = '2409-330000-04-01-123456';
  expect(likenessOf(known('甲', null, code), known('乙', null, code))).toEqual({
    level: 1,
    similarity: 0,
    reasons: ['same-national-code'],
  });
});
