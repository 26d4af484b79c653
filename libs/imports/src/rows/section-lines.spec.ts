import { levelOf, nameIn } from './section-lines.ts';

it.each([
  ['(一)东湖区(12个)', 0, '东湖区'],
  ['一)东湖区(共3家)', 0, '东湖区'],
  ['十二、高新区:', 1, '高新区'],
  ['二.经开区(合计8项)', 1, '经开区'],
  ['(3)临港片区：', 2, '临港片区'],
  ['10. 保税区 (5宗)', 2, '保税区'],
  ['东湖区(12)', -1, '东湖区'],
  ['东湖区(南片)', -1, '东湖区(南片)'],
  ['12个东湖区', -1, '12个东湖区'],
])('%s parts a table as a line of level %i that names %s', (line, level, name) => {
  expect(levelOf(line)).toBe(level);
  expect(nameIn(line)).toBe(name);
});
