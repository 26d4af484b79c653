/** The marks between the words of a sentence, as each language writes them; spaces that belong to a mark come with it. */
export const MARKS = {
  zh: {
    colon: '：',
    comma: '，',
    semicolon: '；',
    stop: '。',
    list: '、', // between the things of a list
    gap: '', // between words, where only one of the languages parts them
    aside: (text: string | number): string => `（${text}）`,
  },
  en: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    stop: '. ',
    list: ', ',
    gap: ' ',
    aside: (text: string | number): string => ` (${text})`,
  },
} as const;
export type Marks = (typeof MARKS)['zh' | 'en'];
