import { moneyTyped, typedOf } from '../money.ts';
import type { Field } from './field-values.ts';
import { secondLook } from './second-look.ts';

const contracted: Field = {
  name: 'contractedTo',
  kind: 'money',
  required: false,
  label: { zh: '变更后合同额', en: 'Contracted investment afterwards' },
};
const money = (typed: string, unit: 'wan' | 'yi' = 'wan') => moneyTyped({ typed, unit })!;
const before = { contractedTo: money('94000') };
const looked = (typed: string) => secondLook('AmendContract', [contracted], { contractedTo: money(typed) }, { before });

it('an amount that is twice the old one, or half of it, is looked at again with its ratio', () => {
  expect(looked('570000000')[0]?.zh).toContain('是原来的 6,063.8 倍');
  expect(looked('188000')).toHaveLength(1);
  expect(looked('47000')).toHaveLength(1);
  expect(looked('187999.99')).toHaveLength(0);
  expect(looked('94000')).toHaveLength(0);
});

it('an amount no project has is looked at again, even where there is no old one', () => {
  expect(secondLook('SignContract', [contracted], { contractedTo: money('1000', 'yi') })).toHaveLength(1);
  expect(secondLook('SignContract', [contracted], { contractedTo: money('999', 'yi') })).toHaveLength(0);
});

it('a part above its whole is looked at again', () => {
  const part: Field = { ...contracted, name: 'fixedAssets', label: { zh: '其中固定资产投资', en: 'Fixed-asset part' } };
  const whole: Field = { ...contracted, name: 'contracted', label: { zh: '合同投资额', en: 'Contracted investment' } };
  const signed = (fixed: string) =>
    secondLook('SignContract', [whole, part], { contracted: money('57000'), fixedAssets: money(fixed) });
  expect(signed('60000')[0]?.zh).toBe('其中固定资产投资 6.00 亿元，高于合同投资额 5.70 亿元，请核对。');
  expect(signed('57000')).toEqual([]);
});

it('a day before that of what it follows is looked at again', () => {
  const day: Field = { name: 'occurredOn', kind: 'day', required: true, label: { zh: '签约日期', en: 'Signed on' } };
  const follows = { day: '2025-03-01', what: { zh: '转入洽谈', en: 'the opening of the negotiation' } };
  const on = (occurredOn: string) => secondLook('SignContract', [day], { occurredOn }, { follows });
  expect(on('2025-02-28')[0]?.zh).toBe('签约日期 2025-02-28 早于转入洽谈 2025-03-01，请核对。');
  expect(on('2025-03-01')).toEqual([]);
});

it('an end, a merge, a split and a void name their consequence', () => {
  for (const type of ['DropLead', 'TerminateProject', 'MergeProjects', 'SplitProject', 'VoidFact'])
    expect(secondLook(type, [], { contracted: money('100') })).toHaveLength(1);
  expect(secondLook('ReportProgress', [], {})).toEqual([]);
});

it('money is typed in the unit on the screen and read back as typed, without a float', () => {
  expect(money('5.7', 'yi')).toEqual({ amount: '570000000.00', currency: 'CNY' });
  expect(money('1，234.567890')).toEqual({ amount: '12345678.90', currency: 'CNY' });
  expect(moneyTyped({ typed: '0.1234567', unit: 'wan' })).toBeNull(); // less than a 分
  expect(moneyTyped({ typed: '五', unit: 'wan' })).toBeNull();
  expect(moneyTyped({ typed: '99999999999999', unit: 'wan' })).toBeNull();
  expect(typedOf({ amount: '12345678.90', currency: 'USD' })).toEqual({ typed: '1234.56789', unit: 'usd' });
});

it('a merge that brings no amount along is told what becomes of the amount', () => {
  const brings: Field = { ...contracted, name: 'contracted' };
  const merged = (body: object) => secondLook('MergeProjects', [brings], { absorbed: 'x', ...body });
  expect(merged({}).map(({ zh }) => zh)).toEqual([
    expect.stringContaining('合并不能撤回'),
    expect.stringContaining('没有填写随之并入的合同额'),
  ]);
  expect(merged({ contracted: money('100') })).toHaveLength(1);
});
