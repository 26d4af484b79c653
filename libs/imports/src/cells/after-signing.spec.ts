import type { IsoDate } from '#domain';
import { afterSigning } from './after-signing.ts';

const SIGNED = '2024-01-31' as IsoDate;

it.each([
  ['签约后6个月', '2024-07-31'],
  ['签约后1个月', '2024-02-29'],
  ['合同签订之日起三个月内', '2024-04-30'],
  ['自合同生效之日起十二个月以内开工', '2025-01-31'],
  ['签订后二十天', '2024-02-20'],
  ['签署后两周内', '2024-02-14'],
  ['签约后15日内', '2024-02-15'],
  ['签约后半年', '2024-07-31'],
  ['签约后1年内动工', '2025-01-31'],
  ['协议签订后十五天', '2024-02-15'],
])('%s counts from the contract: %s', (text, day) => {
  expect(afterSigning(text, SIGNED)).toBe(day);
});

it.each(['签约后', '6个月', '开工后6个月', '签约后半月', '签约后0个月', '签约后6个月左右', '签约后零天'])(
  '%s counts from nothing',
  (text) => {
    expect(afterSigning(text, SIGNED)).toBeNull();
  },
);
