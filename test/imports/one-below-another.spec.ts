import { importedText, wan } from './imported.ts';

// Tables of one sheet, one below the other.

const MORE = 12; // rows of the lower table: more than the upper one has

it('each table is known by its own rows: the lower one, whose columns stand otherwise, says nothing of the upper', async () => {
  const lower = Array.from({ length: MORE }, (_, at) => `下${at}项目,${at + 1}00,2024-0${(at % 9) + 1}-05,乙公司`);
  const { of } = await importedText(
    '台账.csv',
    ['一、签约项目,,,', '项目名称,签约时间,投资额（万元）,投资方']
      .concat(['上一项目,2023-03-04,5000,甲公司', '上二项目,2023-05-06,6000,甲公司', ',,,'])
      .concat(['二、在建项目,,,', '项目名称,投资额（万元）,签约时间,投资方', ...lower, ''])
      .join('\n'),
  );
  const told = ['上一项目', '上二项目', '下0项目'].map((title) => {
    const { contract, investor } = of(title);
    return [contract!.on, wan(contract!.contracted), investor];
  });
  expect(told).toEqual([
    ['2023-03-04', '5000 CNY', '甲公司'],
    ['2023-05-06', '6000 CNY', '甲公司'],
    ['2024-01-05', '100 CNY', '乙公司'],
  ]);
});
