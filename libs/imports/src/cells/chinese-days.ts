const DIGITS = '〇一二三四五六七八九';
const YEAR = /^[〇○零OＯ0一二三四五六七八九]{4}年/i;

/** 三 → 3; 0 of any other sign, and of none. */
const digit = (sign: string): string => {
  const at = DIGITS.indexOf(sign);
  return at >= 0 ? String(at) : '0';
};

/** 十二 → 12, 三十一 → 31. */
const small = (words: string): string => {
  const [ones = '', tens] = words.split('十').toReversed();
  const ten = tens === '' ? 1 : Number(digit(tens ?? ''));
  return String(ten * 10 + Number(digit(ones)));
};

/** Years of the Republic, as papers from Taiwan count them: 民国113年 is 2024. */
const REPUBLIC = /^(?:中华)?[民][国國](\d{2,3})年/;

/** A date in Chinese numerals with the digits that it means: 二〇二三年三月十五日 → 2023年3月15日. Any other text stays as it is. */
export const withDigits = (text: string): string => {
  const [begin, since] = REPUBLIC.exec(text) ?? [];
  if (begin !== undefined) return `${1911 + Number(since)}年${text.slice(begin.length)}`;
  const [year = ''] = YEAR.exec(text) ?? [];
  const [figures = ''] = /^\d{4}年/.exec(text) ?? [];
  const rest = text
    .slice(year.length + figures.length)
    .replace(/([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g, (words) => small(words));
  if (year === '') return figures === '' ? text : `${figures}${rest}`;
  return `${[...year.slice(0, 4)].map(digit).join('')}年${rest}`;
};
