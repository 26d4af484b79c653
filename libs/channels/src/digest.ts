import { createHash } from 'node:crypto';
import { COLOUR_WORDS, COLOURS, type Colour, type IsoDate, type Rung, type Sentence } from '#domain';
import type { Language, Line, Message, Recipient } from './message.ts';

/** One thing a person is to be told of one project. */
export interface Notice {
  readonly id: string; // of the expected reminder
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly rung: Rung;
  readonly colour: Colour;
  readonly about: Sentence; // the clock in words: "约定开工", "agreed start"
  readonly due: IsoDate;
  readonly daysLate: number; // negative before the due day
  readonly link?: string;
}

export interface Told {
  readonly to: Recipient;
  readonly window: string; // what makes one digest, such as the day of sending
  readonly language: Language;
  readonly writtenAt: string; // instant, ISO 8601
}

const RUNG_WORDS: Record<Rung, Sentence> = {
  'near-due': { zh: '临期提醒', en: 'near due' }, due: { zh: '到期提醒', en: 'due' }, reminder: { zh: '催办', en: 'reminder' }, supervision: { zh: '督办', en: 'supervision order' },
  circular: { zh: '通报', en: 'circular' }, interview: { zh: '约谈', en: 'interview' }, accountability: { zh: '问责', en: 'accountability' },
};
const HEIGHT = Object.keys(RUNG_WORDS) as readonly Rung[]; // the ladder from its foot

const when = (days: number, language: Language): string => {
  if (language === 'zh') return days > 0 ? `逾期 ${days} 天` : days === 0 ? '今日到期' : `还有 ${-days} 天`;
  const unit = Math.abs(days) === 1 ? 'day' : 'days';
  return days > 0 ? `${days} ${unit} late` : days === 0 ? 'due today' : `${-days} ${unit} left`;
};

const lineOf = (notice: Notice, language: Language): Line => {
  const { rung, colour, about, due, daysLate, link } = notice;
  const text = language === 'zh'
    ? `【${COLOUR_WORDS[colour].zh}】${RUNG_WORDS[rung].zh}：${about.zh}，应于 ${due}，${when(daysLate, 'zh')}`
    : `[${COLOUR_WORDS[colour].en}] ${RUNG_WORDS[rung].en}: ${about.en}, due ${due}, ${when(daysLate, 'en')}`;
  return { text, ...(link === undefined ? {} : { link }) };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Worst first: by colour, then by height on the ladder, then by days late; equal ones in the order of their ids, so that every process writes the same digest. */
const worse = (a: Notice, b: Notice): number =>
  COLOURS.indexOf(b.colour) - COLOURS.indexOf(a.colour) || HEIGHT.indexOf(b.rung) - HEIGHT.indexOf(a.rung) || b.daysLate - a.daysLate || byText(a.id, b.id);

/**
 * Everything one person is told in one window as one message: a project's notices together under its name, the project with the
 * worst notice first. The id follows from person, window and notices, so that the same digest written twice is one message.
 */
export const digest = ({ to, window, language, writtenAt }: Told, notices: readonly [Notice, ...Notice[]]): Message => {
  const projects = new Map<string, Notice[]>(); // in the order of each project's worst notice
  const once = new Map(notices.map((notice) => [notice.id, notice]));
  for (const notice of [...once.values()].sort(worse)) projects.set(notice.project.id, [...(projects.get(notice.project.id) ?? []), notice]);
  const lines = [...projects.values()].flatMap((own) => {
    const { code, name } = own[0]!.project;
    return [{ text: language === 'zh' ? `${name}（${code}）` : `${name} (${code})` }, ...own.map((notice) => lineOf(notice, language))];
  });
  const red = [...projects.values()].filter(([first]) => first?.colour === 'red').length;
  const subject = language === 'zh'
    ? `项目提醒 ${projects.size} 个项目 ${once.size} 项${red === 0 ? '' : `，其中红色 ${red} 个`}`
    : `Projects: ${once.size} ${once.size === 1 ? 'notice' : 'notices'} on ${projects.size}${red === 0 ? '' : `, ${red} red`}`;
  const id = createHash('sha256').update(JSON.stringify([to.person, window, [...once.keys()].sort(byText)])).digest('hex').slice(0, 32);
  return { id: `digest-${id}`, to, subject, lines, language, kind: 'digest', writtenAt };
};
