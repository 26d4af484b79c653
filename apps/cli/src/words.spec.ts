import { wordsIn } from './words.ts';

it('what the command line shows to people is worded as everywhere, in both languages', () => {
  const [zh, en] = [wordsIn('zh'), wordsIn('en')];
  expect([zh.clock('start-floor'), en.clock('start-floor')]).toEqual(['开工底线', 'Start floor']);
  expect([zh.clock(null), zh.late(null), zh.late(3), en.late(-1)]).toEqual(['—', '', '逾期 3 天', '1 day left']);
  expect([zh.orderState('issued'), zh.checklistState('late'), zh.toldAs('steward')]).toEqual([
    expect.not.stringMatching('issued'),
    '逾期',
    '项目管家',
  ]);
  expect(zh.clock('of-a-later-release')).toBe('of-a-later-release');
});

it('facts and cells are said in words where they are choices, and money with its currency', () => {
  const { said, field, cell } = wordsIn('zh');
  expect(said('NegotiationOpened', 'class', 'standard')).toBe('一般');
  expect(said('ContractSigned', 'amount', { amount: '54000000.00', currency: 'CNY' })).toBe('54000000.00 CNY');
  expect([field('ContractSigned', 'number'), field('ArrivalReported', 'amount')]).toEqual(['合同编号', '到账金额']);
  expect([cell('colour', 'red'), cell('name', 'red'), cell('colour', null)]).toEqual(['红', 'red', '—']);
});
