import type { Schemas } from '../ask/api.ts';
import { lateWords } from '../words/late.ts';
import { CLOCKS, COLOURS, type Colour, type Language } from '../words/words.ts';

type Explanation = Schemas['Explanation'];
export type ExplainedClock = Explanation['clocks'][number];

const ORDER: readonly string[] = ['red', 'orange', 'yellow', 'blue', 'green'];

/** The clock that decides the colour first, then those that share it, then the others, the worst and the latest first. */
export const decidingFirst = ({ clock, alsoAtWorst = [], clocks }: Explanation): readonly ExplainedClock[] => {
  const place = (one: ExplainedClock): number =>
    one.clock === clock ? -2 : alsoAtWorst.includes(one.clock) ? -1 : ORDER.indexOf(one.colour ?? 'green');
  return [...clocks].sort((a, b) => place(a) - place(b) || (b.daysLate ?? 0) - (a.daysLate ?? 0));
};

const nameOf = ({ clock }: ExplainedClock, language: Language): string => CLOCKS[clock]?.[language] ?? clock;

const nearest = ({ clocks }: Explanation): ExplainedClock | undefined =>
  clocks
    .filter(({ colour, daysLate }) => colour !== null && daysLate !== null && daysLate <= 0)
    .sort((a, b) => b.daysLate! - a.daysLate!)[0];

/** What a project that is on its way has to reach next: "绿色：最近到期 约定开工 2027-03-15 还有 105 天". */
const nextDue = (explanation: Explanation, language: Language): string | null => {
  const next = nearest(explanation);
  if (next === undefined) return null;
  const due = `${nameOf(next, language)} ${next.due ?? ''} ${lateWords(next.daysLate!)[language]}`;
  return language === 'zh' ? `${COLOURS.green.zh}色：最近到期 ${due}` : `Green: next due ${due}`;
};

/** The day since which the clock has had the colour: a short one is near its end from its first day on, not before. */
const since = ({ crossings, startedBy }: ExplainedClock, { colour, asOf }: Explanation): string | undefined => {
  const crossed = crossings.find((crossing) => crossing.colour === colour && crossing.on <= asOf)?.on;
  return crossed !== undefined && crossed < startedBy.on ? startedBy.on : crossed;
};

/** Why the project has its colour, in one sentence: "红色：约定开工 2024-07-17 逾期 864 天（2024-10-16 起红）". */
export const whySentence = (explanation: Explanation, language: Language): string | null => {
  const { colour } = explanation;
  if (colour === 'green') return nextDue(explanation, language);
  const deciding = decidingFirst(explanation)[0];
  if (colour === null || deciding === undefined || explanation.clock === null) return null;
  const name = nameOf(deciding, language);
  const from = since(deciding, explanation);
  const word = COLOURS[colour as Colour][language];
  const late = deciding.daysLate === null ? '' : lateWords(deciding.daysLate)[language];
  if (language === 'zh')
    return `${word}色：${name} ${deciding.due ?? ''} ${late}${from === undefined ? '' : `（${from} 起${word}）`}`;
  const said = `${word}: ${name} ${deciding.due ?? ''} ${late}${from === undefined ? '' : ` (${word} since ${from})`}`;
  return said.charAt(0).toUpperCase() + said.slice(1);
};
