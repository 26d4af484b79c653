import { createHash } from 'node:crypto';
import {
  COLOUR_WORDS,
  COLOURS,
  lateWords,
  RUNG_WORDS,
  RUNGS,
  type Colour,
  type IsoDate,
  type Rung,
  type Sentence,
} from '#domain';
import type { Language, Line, Message, Recipient } from './message.ts';

/** One thing a person is to be told: of a project, or of an order, an issue or a task that may belong to one. */
export interface Notice {
  readonly id: string; // of the expected reminder
  readonly project: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly subject?: Sentence; // the order, issue or task in words, where it is not the project itself
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

const lineOf = (notice: Notice, language: Language): Line => {
  const { rung, colour, about, subject, due, daysLate, link } = notice;
  const named = subject === undefined ? '' : language === 'zh' ? `《${subject.zh}》` : ` "${subject.en}"`;
  const text =
    language === 'zh'
      ? `【${COLOUR_WORDS[colour].zh}】${RUNG_WORDS[rung].zh}：${about.zh}${named}，应于 ${due}，${lateWords(daysLate).zh}`
      : `[${COLOUR_WORDS[colour].en}] ${RUNG_WORDS[rung].en}: ${about.en}${named}, due ${due}, ${lateWords(daysLate).en}`;
  return { text, ...(link === undefined ? {} : { link }) };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Worst first: by colour, then by height on the ladder, then by days late; equal ones in the order of their ids, so that every process writes the same digest. */
const worse = (a: Notice, b: Notice): number =>
  COLOURS.indexOf(b.colour) - COLOURS.indexOf(a.colour) ||
  RUNGS.indexOf(b.rung) - RUNGS.indexOf(a.rung) ||
  b.daysLate - a.daysLate ||
  byText(a.id, b.id);

const BESIDE = { zh: '其他事项', en: 'Other matters' }; // orders, issues and tasks that belong to no project

const headOf = ({ project }: Notice, language: Language): string => {
  if (project === null) return BESIDE[language];
  const { code, name } = project;
  return code === '' ? name : language === 'zh' ? `${name}（${code}）` : `${name} (${code})`;
};

/**
 * Everything one person is told in one window as one message: a project's notices together under its name, the project with the
 * worst notice first. The id follows from person, window and notices, so that the same digest written twice is one message.
 */
export const digest = ({ to, window, language, writtenAt }: Told, notices: readonly [Notice, ...Notice[]]): Message => {
  const groups = new Map<string | null, Notice[]>(); // by project, in the order of each one's worst notice
  const once = new Map(notices.map((notice) => [notice.id, notice]));
  for (const notice of [...once.values()].sort(worse)) {
    const of = notice.project?.id ?? null;
    groups.set(of, [...(groups.get(of) ?? []), notice]);
  }
  const lines = [...groups.values()].flatMap((own) => [
    { text: headOf(own[0]!, language) },
    ...own.map((notice) => lineOf(notice, language)),
  ]);
  const projects = [...groups.values()].filter(([first]) => first!.project !== null);
  const red = projects.filter(([first]) => first!.colour === 'red').length;
  const count = `${once.size} ${once.size === 1 ? 'notice' : 'notices'}`;
  const subject =
    projects.length === 0
      ? language === 'zh'
        ? `督办提醒 ${once.size} 项`
        : `Supervision: ${count}`
      : language === 'zh'
        ? `项目提醒 ${projects.length} 个项目 ${once.size} 项${red === 0 ? '' : `，其中红色 ${red} 个`}`
        : `Projects: ${count} on ${projects.length}${red === 0 ? '' : `, ${red} red`}`;
  const id = createHash('sha256')
    .update(JSON.stringify([to.person, window, [...once.keys()].sort(byText)]))
    .digest('hex')
    .slice(0, 32);
  return { id: `digest-${id}`, to, subject, lines, language, kind: 'digest', writtenAt };
};
