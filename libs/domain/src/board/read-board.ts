import { DOCUMENT_NAME, readersOf } from '../metrics/read-values.ts';
import type { Board, BoardDeduction, BoardFloor, BoardMeasure, League } from './events.ts';
import { refuseBoard as refuse } from './rejections.ts';

const read = readersOf(refuse);
const FIELDS = ['name', 'title', 'definition', 'leagues', 'measures', 'deductions', 'floors', 'red', 'black'];
const MOST = 30; // of measures, deductions and floors each
const MOST_UNITS = 500;
const MOST_NAMED = 100;
const RED = { title: { zh: '红榜', en: 'Red list' }, first: 3 };
const BLACK = { title: { zh: '黑榜', en: 'Black list' }, last: 0 };

const above = (text: string, field: string): string =>
  /[1-9]/.test(text) ? text : refuse(field, '必须大于零', 'must be above zero');

const measureIn = (value: unknown, field: string): BoardMeasure => {
  const given = read.object(value, field, ['metric', 'of', 'points', 'full', 'cap']);
  const points = above(read.decimal(given['points'], `${field}.points`), `${field}.points`);
  const of = read.oneOf(given['of'] ?? 'value', ['value', 'progress'], `${field}.of`);
  const full = given['full'] ?? (of === 'progress' ? '100' : undefined);
  return {
    metric: read.text(given['metric'], 60, `${field}.metric`),
    of,
    points,
    full: above(read.decimal(full, `${field}.full`), `${field}.full`),
    cap: read.decimal(given['cap'] ?? points, `${field}.cap`),
  };
};

const deductionIn = (value: unknown, field: string): BoardDeduction => {
  const given = read.object(value, field, ['metric', 'above', 'each', 'most']);
  return {
    metric: read.text(given['metric'], 60, `${field}.metric`),
    above: read.decimal(given['above'] ?? '0', `${field}.above`),
    each: read.decimal(given['each'], `${field}.each`),
    most: read.decimal(given['most'], `${field}.most`),
  };
};

const floorIn = (value: unknown, field: string): BoardFloor => {
  const given = read.object(value, field, ['metric', 'least', 'deduct']);
  return {
    metric: read.text(given['metric'], 60, `${field}.metric`),
    least: read.decimal(given['least'], `${field}.least`),
    deduct: read.decimal(given['deduct'], `${field}.deduct`),
  };
};

const leagueIn = (value: unknown, field: string): League => {
  const { name, units } = read.object(value, field, ['name', 'units']);
  const codes = read.list(units, MOST_UNITS, `${field}.units`);
  return {
    name: read.text(name, 100, `${field}.name`),
    units: codes.map((one, index) => read.text(one, 100, `${field}.units.${index}`)),
  };
};

const each = <T>(value: unknown, field: string, one: (value: unknown, field: string) => T): readonly T[] =>
  read.list(value ?? [], MOST, field).map((item, index) => one(item, `${field}.${index}`));

/** A board from a document; its version is given when it is published. Throws Rejected 'board-invalid' naming the field. */
export const readBoard = (document: unknown): Omit<Board, 'version'> => {
  const given = read.object(document, 'board', FIELDS);
  const name = read.text(given['name'], 60, 'name');
  if (!DOCUMENT_NAME.test(name))
    refuse('name', '只能用小写字母、数字、汉字和短横', 'must be lower case, digits, Han and dashes');
  const leagues = each(given['leagues'], 'leagues', leagueIn);
  const placed = leagues.flatMap(({ units }) => units);
  const twice = placed.find((unit, index) => placed.indexOf(unit) !== index);
  if (twice !== undefined) refuse('leagues', `“${twice}”写了两次`, `name ${twice} twice`);
  const measures = each(given['measures'], 'measures', measureIn);
  if (measures.length === 0) refuse('measures', '不能为空', 'must not be empty');
  const red = read.object(given['red'] ?? RED, 'red', ['title', 'first']);
  const black = read.object(given['black'] ?? BLACK, 'black', ['title', 'last']);
  return {
    name,
    title: given['title'] === undefined ? { zh: name, en: name } : read.title(given['title'], 'title'),
    definition: given['definition'] === undefined ? 'default' : read.text(given['definition'], 70, 'definition'),
    leagues,
    measures,
    deductions: each(given['deductions'], 'deductions', deductionIn),
    floors: each(given['floors'], 'floors', floorIn),
    red: {
      title: read.title(red['title'] ?? RED.title, 'red.title'),
      first: read.whole(red['first'], MOST_NAMED, 'red.first'),
    },
    black: {
      title: read.title(black['title'] ?? BLACK.title, 'black.title'),
      last: read.whole(black['last'], MOST_NAMED, 'black.last'),
    },
  };
};
