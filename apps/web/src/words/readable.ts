import type { Language, Sentence } from './words.ts';
import { CLOCKS, COLOURS } from './words.ts';
import { ROLES_TOLD } from './supervision-words.ts';

const worded = (words: Record<string, Sentence>, language: Language, text: string): string =>
  words[text]?.[language] ?? text;

/** Names of clocks inside a text, as orders of the reminder process carry them, in words. */
export const readable = (text: string, language: Language): string =>
  text
    .replace(/(?<![\w-])[a-z]+(?:-[a-z0-9]+)+(?![\w-])/g, (name) => worded(CLOCKS, language, name))
    .replace(/(?<![\w-])issue(?= \d{4}-\d\d-\d\d)/g, (name) => worded(CLOCKS, language, name));

/** Why an item is on an agenda: "red · agreed-start · 30 d" in words. */
export const agendaReason = (text: string, language: Language): string =>
  text
    .split(' · ')
    .map((part) => {
      const days = /^(-?\d+) d$/.exec(part);
      if (days === null) return readable(worded(COLOURS, language, part), language);
      const late = Number(days[1]);
      return language === 'zh'
        ? late > 0
          ? `逾期 ${late} 天`
          : `还有 ${-late} 天`
        : late > 0
          ? `${late} days late`
          : `${-late} days left`;
    })
    .join(' · ');

const roles = (names: string, language: Language): string =>
  names
    .split(', ')
    .map((name) => worded(ROLES_TOLD, language, name))
    .join(language === 'zh' ? '、' : ', ');

// The ledger keeps its reasons in English for ever; here are their Chinese sentences.
const WHY: readonly (readonly [RegExp, (found: RegExpExecArray) => Sentence])[] = [
  [
    /^before adoption$/,
    () => ({ zh: '启用之前就该发的提醒，不补发', en: 'owed before the adoption: not sent afterwards' }),
  ],
  [
    /^highest rung reached before adoption/,
    () => ({
      zh: '启用前已到的最高一级，在启用当天发出',
      en: 'the highest rung reached before the adoption: issued on the day of adoption',
    }),
  ],
  [
    /^the highest rung reached before the fact was recorded$/,
    () => ({ zh: '补录前已到的最高一级，在补录后发出', en: 'the highest rung reached before the fact was recorded' }),
  ],
  [
    /^before the fact was recorded$/,
    () => ({ zh: '事实补录之前的提醒，不补发', en: 'owed before the fact was recorded: not sent afterwards' }),
  ],
  [
    /^the clock stopped on (\S+),/,
    ([, day = '']) => ({
      zh: `时限已在 ${day} 办结，发送日之前撤回`,
      en: `the clock stopped on ${day}, before the day of sending`,
    }),
  ],
  [
    /^no longer owed/,
    () => ({
      zh: '不再需要：时限已停，或经更正改期',
      en: 'no longer owed: its clock stopped, or a correction moved it',
    }),
  ],
  [
    /^nobody holds: (.*)$/,
    ([, names = '']) => ({
      zh: `无人担任：${roles(names, 'zh')}，已改告督查部门`,
      en: `nobody holds: ${roles(names, 'en')}; the supervision office was told instead`,
    }),
  ],
];

/** Why a notice had its outcome, in the reader's language; a reason that is not known here stands as it was recorded. */
export const whyInWords = (why: string | null, language: Language): string => {
  if (why === null) return '';
  for (const [pattern, sentence] of WHY) {
    const found = pattern.exec(why);
    if (found !== null) return sentence(found)[language];
  }
  return why;
};
