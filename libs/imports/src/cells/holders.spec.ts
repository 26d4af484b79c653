import { firmsIn, peopleIn, unitIn } from './holders.ts';

const known = new Set(['发改委/商务局']);

it.each<[string, readonly string[]]>([
  ['张三（副市长）、李四 13800000000', ['张三', '李四']],
  ['张　三', ['张三']],
  ['张三 李四', ['张三', '李四']],
  ['张三 电话：0571-88888888', ['张三']],
  ['副区长钱进', ['钱进']],
  ['钱进 副区长', ['钱进']],
  ['钱进副区长', ['钱进']],
  ['欧\n阳娜', ['欧阳娜']],
  ['张三\n李四', ['张三', '李四']],
  ['John Smith', ['John Smith']],
  ['主任', ['主任']],
  ['、', []],
])('%s names the people %j', (text, people) => expect(peopleIn(text)).toEqual(people));

it.each<[string, string, string, string | null]>([
  ['发改委/商务局', '责任单位', '发改委/商务局', null],
  ['商务局、发改委', '责任单位', '商务局', null],
  ['商务局 发改委', '责任单位', '商务局', null],
  ['商务局 一科长', '责任单位', '商务局 一科长', null],
  ['商务局 张三', '责任单位及责任人', '商务局', '张三'],
  ['商务局（张三）', '单位、联系人', '商务局', '张三'],
  ['商务局（牵头）发改委 李四', '责任单位责任人', '商务局', '李四'],
  ['商务局：张三', '责任人（单位）', '商务局', '张三'],
  ['商务局：张三', '责任单位', '商务局：张三', null],
  ['', '责任单位', '', null],
])('%s under %s is the unit %s and the person %s', (text, header, unit, person) =>
  expect(unitIn(text, header, known)).toEqual({ unit, person }),
);

it.each([
  ['甲有限公司\n乙集团', '甲有限公司、乙集团'],
  ['宁远新能源\n有限公司', '宁远新能源有限公司'],
  ['宁远\n（控股）有限公司', '宁远（控股）有限公司'],
  ['甲公司', '甲公司'],
  ['甲公司\n\n乙公司\n', '甲公司、乙公司'],
])('%j are the firms %s', (text, firms) => expect(firmsIn(text)).toBe(firms));
