const DIGITS = ['', '〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '０１２３４５６７８９'] as const;
const STEPS = ['', ['', '十', '百', '千'], ['', '拾', '佰', '仟']] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** Each digit by its sign: 2023 → 二〇二三. */
export const digitByDigit = (text: string, numerals: 1 | 2 | 3): string =>
  text.replace(/\d/g, (digit) => DIGITS[numerals][Number(digit)]!);

/** Four digits as they are said: 1023 → 一千〇二十三. */
const said = (digits: string, numerals: 1 | 2): string => {
  let text = '';
  let gap = false;
  [...digits].forEach((digit, index) => {
    if (digit === '0') {
      gap = true;
      return;
    }
    if (gap && text !== '') text += DIGITS[numerals][0];
    gap = false;
    text += DIGITS[numerals][Number(digit)]! + STEPS[numerals][digits.length - 1 - index]!;
  });
  return text;
};

/** A whole number of at most sixteen digits as it is said: 12 → 十二, 20300 → 二万〇三百; anything else digit by digit. */
export const asSaid = (text: string, numerals: 1 | 2 | 3): string => {
  if (numerals === 3 || !/^\d{1,16}$/.test(text)) return digitByDigit(text, numerals);
  if (/^0+$/.test(text)) return DIGITS[numerals][0]!;
  const groups: string[] = [];
  for (let end = text.length; end > 0; end -= 4) groups.unshift(text.slice(Math.max(0, end - 4), end));
  const parts = groups.map((group, index) => {
    const words = said(group, numerals);
    const zero = index > 0 && group.startsWith('0') && words !== '' ? DIGITS[numerals][0]! : '';
    return words === '' ? '' : `${zero}${words}${GROUPS[groups.length - 1 - index]!}`;
  });
  return parts.join('').replace(/^一十/, '十');
};
