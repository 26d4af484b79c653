import { harmless } from './harmless.ts';

it('text that would run as a formula is written as text, and a number stays one', () => {
  expect(['=1+1', '+A1', '-5', '-5a', '@x', '\t=1', '甲=1'].map(harmless)).toEqual([
    "'=1+1",
    "'+A1",
    '-5',
    "'-5a",
    "'@x",
    "'\t=1",
    '甲=1',
  ]);
});
