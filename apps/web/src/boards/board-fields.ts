import type { Field, Values } from '../parts/form/field-values.ts';
import { moneyTyped, type TypedMoney } from '../parts/money.ts';
import { WORDS } from '../words/words.ts';
import { BOARDS_WORDS } from './boards-words.ts';
import type { BoardDocument } from './use-boards.ts';

type Label = Field['label'];

const text = (name: string, label: Label, required = true): Field => ({
  name,
  kind: 'text',
  required,
  label,
  max: 100,
});
const decimal = (name: string, label: Label, required = true): Field => ({ name, kind: 'decimal', required, label });
const whole = (name: string, label: Label): Field => ({ name, kind: 'integer', required: false, label });
const listOf = (name: string, label: Label, of: readonly Field[], required = false): Field => ({
  name,
  kind: 'list',
  required,
  label,
  of: [...of],
});
const METRIC = text('metric', WORDS.metricWord);

/** How a board is written: who competes with whom, what scores, what is taken, and what the first and the last are called. */
export const BOARD_FIELDS: readonly Field[] = [
  text('name', BOARDS_WORDS.boardName),
  text('title', BOARDS_WORDS.boardTitle, false),
  text('titleEn', BOARDS_WORDS.boardTitleEn, false),
  text('definition', WORDS.definition, false),
  listOf(
    'measures',
    BOARDS_WORDS.measuresField,
    [
      METRIC,
      text('of', BOARDS_WORDS.measureOf, false),
      decimal('points', BOARDS_WORDS.fullPoints),
      decimal('full', BOARDS_WORDS.reachedFull),
      decimal('cap', BOARDS_WORDS.capPoints, false),
    ],
    true,
  ),
  listOf('deductions', BOARDS_WORDS.deductionsField, [
    METRIC,
    decimal('above', BOARDS_WORDS.aboveWhat),
    decimal('each', BOARDS_WORDS.eachOne),
    decimal('most', BOARDS_WORDS.atMost),
  ]),
  listOf('floors', BOARDS_WORDS.floorsField, [
    METRIC,
    decimal('least', BOARDS_WORDS.leastDone),
    decimal('deduct', BOARDS_WORDS.belowFloor),
  ]),
  listOf('leagues', BOARDS_WORDS.leaguesField, [
    text('league', BOARDS_WORDS.leagueName),
    { name: 'units', kind: 'texts', required: true, label: BOARDS_WORDS.leagueUnits },
  ]),
  text('redTitle', BOARDS_WORDS.redTitle, false),
  whole('redFirst', BOARDS_WORDS.redFirst),
  text('blackTitle', BOARDS_WORDS.blackTitle, false),
  whole('blackLast', BOARDS_WORDS.blackLast),
];

/** What the form begins with: the board as it stands. */
export const asFilledIn = ({ title, leagues, red, black, version: _version, ...board }: BoardDocument): Values => ({
  ...board,
  title: title.zh,
  titleEn: title.en,
  leagues: leagues.map(({ name, units }) => ({ league: name, units })),
  redTitle: red.title.zh,
  redFirst: red.first,
  blackTitle: black.title.zh,
  blackLast: black.last,
});

/** A number of a metric as somebody is typing it: money with its unit, anything else as it stands. */
export type TypedNumber = string | TypedMoney;

/** Such a number as a board holds it, money in 元; what is no amount stays as it was typed, for the server to refuse. */
export const plainNumber = (typed: TypedNumber): string => {
  if (typeof typed === 'string') return typed;
  return moneyTyped(typed)?.amount.replace(/\.00$/, '') ?? typed.typed;
};
const NUMBERS = ['full', 'above', 'least'] as const;
const withPlain = (row: Values): Values => ({
  ...row,
  ...Object.fromEntries(
    NUMBERS.flatMap((name) => (row[name] === undefined ? [] : [[name, plainNumber(row[name] as TypedNumber)]])),
  ),
});

const named = (zh: unknown, en: unknown = zh): Values | undefined => (zh === undefined ? undefined : { zh, en });

/** What was filled in, as a board is published. What is not said is as the server has it by default. `before`: what stood, for words that the form does not ask. */
export const asDocument = (body: Values, before: BoardDocument | null): Values => {
  const {
    title,
    titleEn,
    leagues = [],
    measures,
    deductions = [],
    floors = [],
    redTitle,
    redFirst = 3,
    blackTitle,
    blackLast = 0,
    ...board
  } = body;
  const rows = (given: unknown): readonly Values[] => (given as Values[]).map(withPlain);
  const inEnglish = (zh: unknown, standing: BoardDocument['title'] | undefined): unknown =>
    standing?.zh === zh ? standing?.en : zh;
  return {
    board: {
      ...board,
      measures: rows(measures),
      deductions: rows(deductions),
      floors: rows(floors),
      title: named(title ?? board['name'], titleEn),
      leagues: (leagues as Values[]).map(({ league, units }) => ({ name: league, units })),
      red: { title: named(redTitle, inEnglish(redTitle, before?.red.title)), first: redFirst },
      black: { title: named(blackTitle, inEnglish(blackTitle, before?.black.title)), last: blackLast },
    },
  };
};
