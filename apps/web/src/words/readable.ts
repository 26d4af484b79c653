import type { Language, Sentence } from './words.ts';
import { CLOCKS, COLOURS } from './words.ts';

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
