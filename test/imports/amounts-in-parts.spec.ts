import { readAmount } from '../../libs/imports/src/cells/sums.ts';
import { importedText, wan } from './imported.ts';

const read = (text: string) => {
  const reading = readAmount({ kind: 'text', text }, { unit: '万元', currency: 'CNY' });
  return reading.is === 'value' ? `${wan(reading.value.money)} ${reading.value.about ?? 'sure'}` : reading.is;
};

it.each([
  ['一期2亿，二期3亿', '50000 CNY parts'],
  ['一期2亿元、二期3亿元', '50000 CNY parts'],
  ['一期：20000；二期：30000', '50000 CNY parts'],
  ['一期投资2亿元，二期投资3亿元，总投资5亿元', '50000 CNY sure'],
  ['总投资5亿，其中一期2亿', '50000 CNY sure'],
  ['总投资5亿元（一期2亿元，二期3亿元）', '50000 CNY sure'],
  ['项目总投资5亿元人民币，分两期建设，其中一期计划投资2亿元，二期计划投资3亿元，建成后形成产业集群', '50000 CNY sure'],
  ['总投资6亿元，其中一期2亿元，二期3亿元', '60000 CNY parts'],
  ['2亿元（一期），3亿元（二期）', '50000 CNY parts'],
  ['2亿元+3亿元', '50000 CNY parts'],
  ['固定资产投资4亿元，流动资金1亿元', '50000 CNY parts'],
  ['5亿元，分两期建设', '50000 CNY sure'],
  ['约5亿元，分两期建设', '50000 CNY near'],
  ['一期2亿元，二期3000万美元', 'not-understood'],
  ['3亿元，每亩税收30万元', 'not-understood'],
  ['电话13800138000，二期3亿', 'not-understood'],
])('%s is %s', (text, told) => {
  expect(read(text)).toBe(told);
});

it('a contract told in phases is their sum, warned and kept as written', async () => {
  const { of, found } = await importedText(
    'parts.csv',
    ['项目名称,投资方,签约日期,总投资（万元）', '甲,甲公司,2025-01-02,"一期2亿，二期3亿"'].join('\n'),
  );
  expect([wan(of('甲').contract?.contracted), Object.values(of('甲').extra), found[0]!.split('!')[1]]).toEqual([
    '50000 CNY',
    ['一期2亿，二期3亿'],
    '2 warn: amount-in-parts',
  ]);
});
