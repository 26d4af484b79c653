import { unitsIn } from '../cells/units.ts';
import type { Row } from '../files/sheet.ts';
import type { FieldName } from './field-names.ts';
import { headersOf, isWords, normalised, textIn, type Header } from './headers.ts';
import type { Profiles } from './mapped.ts';
import { recognise, tableKind, type Recognised } from './recognise.ts';
import { withMonths } from './months.ts';
import { dayByTitle } from './stage-of-title.ts';
import { fingerprintOf, namedBy, savedFor, type SavedMapping, type SavedSheet } from './saved.ts';
import { recogniseTargets } from './targets.ts';

const HEADER_ROWS = 25;
const DEEPEST = 4;
const KNOWN = 1_000; // a header that a person mapped before goes before any other

/** The header of a table, and what it makes. */
export interface Found {
  readonly top: number;
  readonly bottom: number; // places among the rows looked at
  readonly headers: readonly Header[];
  readonly found: Recognised;
}

/** The rows from `top` to `bottom` where they follow each other and are words: what can be one header. */
const block = (rows: readonly Row[], top: number, bottom: number): readonly Row[] | null => {
  const found = rows.slice(top, bottom + 1);
  const joined = found.every((row, index) => row.number === found[0]!.number + index && isWords(row));
  return joined ? found : null;
};

/** Rows of a header that blocks merged over rows still cover. */
export const coveredBelow = ({ cells }: Row): number =>
  Math.max(
    0,
    ...cells.map((cell) => (cell?.merged === 'master' && (cell.mergedRows ?? 1) <= 3 ? (cell.mergedRows ?? 1) - 1 : 0)),
  );

/** Whether a name merged over rows reaches below: what stands beside its lower half are names, too. */
const goesOn = (rows: readonly Row[], top: number, bottom: number): boolean => {
  const reach = Math.max(...rows.slice(top, bottom + 1).map((row, index) => top + index + coveredBelow(row)));
  return reach > bottom && reach - top < DEEPEST + 1 && block(rows, top, reach) !== null;
};

/** Whether a name merged over rows began above: what stands beside its upper half are names, too. */
const beganAbove = (rows: readonly Row[], top: number, bottom: number): boolean => {
  const covered = ({ cells }: Row): boolean =>
    cells.some((cell) => cell?.merged === 'covered' && cell.across !== true && cell.kind === 'text');
  let first = top;
  while (first > 0 && covered(rows[first]!)) first -= 1;
  return first < top && bottom - first < DEEPEST + 1 && block(rows, first, bottom) !== null;
};

/** A line with one text in it, a section or a unit, is no group over the names below. */
const standsAlone = ({ cells }: Row): boolean => {
  const filled = cells.flatMap((cell, column) => (textIn(cell) === '' ? [] : [{ cell: cell!, column }]));
  const [only] = filled;
  return (
    filled.length === 1 &&
    only!.cell.merged === undefined &&
    (only!.column === 0 || /单位[:：]/.test(textIn(only!.cell)))
  );
};

const OF_LEADS: ReadonlySet<FieldName> = new Set<FieldName>([
  'receivedOn',
  'acknowledgedOn',
  'screenedOn',
  'screenResult',
  'fedBackOn',
]);
const OF_PROJECTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'signedOn',
  'contractNo',
  'startOn',
  'agreedStart',
  'openedOn',
  'stage',
  'saidSigned',
]);

/** Where no column tells leads from projects in negotiation, the title does. */
const titled = (found: Recognised, title: string): Recognised => {
  const has = (fields: ReadonlySet<FieldName>): boolean => found.columns.some(({ field }) => fields.has(field));
  if (found.kind === 'leads' && /在谈|洽谈|签约/.test(title) && !has(OF_LEADS)) return { ...found, kind: 'projects' };
  if (found.kind === 'projects' && /线索/.test(title) && !has(OF_PROJECTS)) return { ...found, kind: 'leads' };
  return found;
};

/** What these headers make: lists of projects, leads, arrivals, lines of progress, or targets. */
export const kindOf = (
  headers: readonly Header[],
  profiles?: Profiles,
  saved: SavedSheet | null = null,
  title = '',
): Recognised => {
  const said = saved?.kind;
  const found =
    said === undefined
      ? dayByTitle(titled(recognise(headers, profiles), title), headers, title)
      : recognise(headers, profiles, said);
  const targets = recogniseTargets(headers, title);
  if (said === 'targets' || targets.score > found.score) return targets;
  const monthly = withMonths(found, headers, title, profiles, said);
  if (monthly !== null) return monthly;
  if (found.kind === 'notes' && said !== undefined) return { ...found, kind: said };
  return found;
};

const wordsOf = ({ cells }: Row): readonly string[] => [...new Set(cells.map(textIn))].filter((text) => text !== '');

/** What stands above a table: the lines over its head, and a title that is merged over the table as the first line of it. */
export const titleOver = (rows: readonly Row[], top: number, bottom: number): string => {
  const lines = rows.slice(0, bottom).map(wordsOf);
  return [...new Set(lines.filter((words, index) => index < top || words.length === 1).flat())].join(' ');
};

/** What was saved about a sheet, its name, and the layouts that are remembered. */
interface About {
  readonly saved: SavedSheet | null;
  readonly name: string;
  readonly layouts: Readonly<Record<string, SavedSheet>>;
  readonly told: boolean; // a person says in which row of this very sheet the heads stand
}

/** What the header of some rows makes: nothing where it explains nothing and nobody mapped it. What a person says of its kind does not make it less of a header. */
const foundIn = (headers: readonly Header[], title: string, { saved, layouts, told }: About): Recognised | null => {
  const found = kindOf(headers, undefined, saved, title);
  const remembered = layouts[fingerprintOf(headers)];
  if (remembered !== undefined) return { ...found, kind: remembered.kind ?? tableKind(found.kind), score: KNOWN };
  const named = namedBy(saved?.columns ?? {}, headers);
  const worded = saved?.kind === undefined ? found.score : kindOf(headers, undefined, null, title).score;
  if (found.kind === 'notes' && named === 0 && !told) return null;
  return { ...found, kind: saved?.kind ?? tableKind(found.kind), score: Math.max(found.score, worded, named) };
};

/** What can be a header and ends in this row, however many rows it has. */
const headersEnding = (rows: readonly Row[], bottom: number, about: About): readonly Found[] => {
  const candidates: Found[] = [];
  for (let top = bottom; top >= Math.max(0, bottom - DEEPEST + 1); top -= 1) {
    const header = block(rows, top, bottom);
    if (header === null) break;
    if (goesOn(rows, top, bottom) || beganAbove(rows, top, bottom)) continue;
    if (top < bottom && standsAlone(rows[top]!)) continue;
    const headers = headersOf(header);
    if (headers.length < 2) continue;
    const found = foundIn(headers, `${about.name} ${titleOver(rows, top, bottom)}`, about);
    if (found !== null) candidates.push({ top, bottom, headers, found });
  }
  return candidates;
};

/** Heads of which every name is printed again further down: a table of its own, however much more the later ones say. */
const comeAgain = ({ bottom, headers }: Found, candidates: readonly Found[]): boolean =>
  candidates.some((later) => later.top > bottom + 1 && commonNames(headers, later.headers) === headers.length);

/** Whether a row repeats these heads behind one that does not: what stands between is data, though it is all words. */
const repeats = (rows: readonly Row[], bottom: number, first: Found): boolean => {
  const isHead = (row: Row): boolean => sameNames(headersOf([row]), first.headers);
  return bottom > first.bottom + 1 && isHead(rows[bottom]!) && !isHead(rows[bottom - 1]!);
};

/** The header among these rows: the first that explains at least half as much as the best one, or comes again, in as few rows as say the same. */
export const findHeader = (rows: readonly Row[], name: string, mapping: SavedMapping | null): Found | null => {
  const saved = savedFor(mapping, name);
  const told = mapping?.sheets?.[name]?.headerRow !== undefined;
  const about: About = { saved, name, layouts: mapping?.layouts ?? {}, told };
  const candidates = rows
    .slice(0, HEADER_ROWS)
    .flatMap(({ number }, bottom) =>
      saved?.headerRow !== undefined && number !== saved.headerRow ? [] : headersEnding(rows, bottom, about),
    );
  const most = Math.max(0, ...candidates.map(({ found }) => found.score));
  const first = candidates.find((one) => one.found.score * 2 >= most || comeAgain(one, candidates));
  if (first === undefined) return null;
  // What reaches further down is words to the end, and no head printed again: a row of data between two heads is data.
  const near = candidates.filter(
    ({ top, bottom, headers }) =>
      bottom >= first.bottom &&
      bottom < first.bottom + DEEPEST &&
      block(rows, Math.min(top, first.bottom), bottom) !== null &&
      !repeats(rows, bottom, first) &&
      (top <= first.bottom || !sameNames(headers, first.headers)),
  );
  return withUnitLine(
    rows,
    near.reduce((best, one) => (explainsMore(one, best) ? one : best), first),
  );
};

const commonNames = (some: readonly Header[], others: readonly Header[]): number => {
  const names = new Set(others.map(({ text }) => normalised(text)));
  return some.filter(({ text }) => names.has(normalised(text))).length;
};
const sameNames = (some: readonly Header[], others: readonly Header[]): boolean =>
  commonNames(some, others) * 2 > some.length;

/** More columns understood; of targets the years above them, too. */
const explainsMore = (one: Found, best: Found): boolean =>
  one.found.score > best.found.score ||
  (one.found.score === best.found.score &&
    one.found.kind === 'targets' &&
    one.bottom === best.bottom &&
    one.top < best.top);

/** Words beside a unit that name nothing else: 折合人民币（亿元）, 原币（万美元）. */
const ABOUT_UNIT =
  /计量|单位|金额|折算?|约?合|成|人民币|外币|原币|本币|[亿千百万]*[美欧港日英澳加新]?元|[:：()（）/、,，\s]/g;
const isUnit = (text: string): boolean => unitsIn(text).length > 0 && text.replace(ABOUT_UNIT, '') === '';

/** A line under the names that holds nothing but units, （万元）, is part of the header. */
const withUnitLine = (rows: readonly Row[], found: Found): Found => {
  const { top, bottom } = found;
  const below = rows[bottom + 1];
  const texts = below?.cells.map(textIn).filter((text) => text !== '') ?? [];
  const units = texts.length > 0 && texts.every(isUnit);
  const header = units && bottom - top + 1 < DEEPEST ? block(rows, top, bottom + 1) : null;
  return header === null ? found : { ...found, bottom: bottom + 1, headers: headersOf(header) };
};
