import { addDays, addMonths, type IsoDate } from '#domain';
import { clean } from './text.ts';

const AFTER =
  /^自?(?:正式)?(?:合同|协议)?(?:签约|签订|签署|生效)(?:合同|协议)?(?:之?日)?(?:起|后|之后|以后)*(半|\d{1,3}|[一二两三四五六七八九十]{1,3})个?(年|月|天|日|周)(?:内|以内|之内|后)?(?:开工|动工|开工建设)?$/;
const DIGITS = '零一二三四五六七八九';

const counted = (words: string): number => {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones = ''] = words.replace('两', '二').includes('十')
    ? words.split('十')
    : ['0', words.replace('两', '二')];
  const digit = (sign: string): number => Math.max(0, DIGITS.indexOf(sign));
  return (words.includes('十') ? (tens === '' ? 10 : 10 * digit(tens!)) : 0) + digit(ones);
};

/** The day that a plan counts from the contract: 签约后6个月, 合同签订之日起三个月内, 签约后半年; null where it counts from nothing, or from something else. */
export const afterSigning = (text: string, signed: IsoDate): IsoDate | null => {
  const [, many, unit] = AFTER.exec(clean(text).replace(/\s/g, '')) ?? [];
  if (many === undefined) return null;
  if (many === '半') return unit === '年' ? addMonths(signed, 6) : null;
  const count = counted(many);
  if (count === 0) return null;
  if (unit === '年') return addMonths(signed, 12 * count);
  return unit === '月' ? addMonths(signed, count) : addDays(signed, count * (unit === '周' ? 7 : 1));
};
