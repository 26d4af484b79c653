import { formulaOf, type Definition } from '../metrics/definition.ts';
import { UNITS, type MoneyUnit } from '../money.ts';
import { COLOURS, type Colour } from '../policy/policy.ts';
import { rejectReport } from './rejections.ts';

/** What of a figure is said: `change` and `pace` come as words (增长18.35%, 落后序时进度5.20个百分点). */
export const ASPECTS = ['value', 'previous', 'change', 'target', 'progress', 'pace', 'rank'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What the report itself knows: whom it is of, of which days, on which day it is signed. */
const SAID = ['bureau', 'unit', 'period', 'asOf', 'day', 'number'] as const;
export type Said = (typeof SAID)[number];

export type ListAspect = 'count' | 'amount' | Colour;

export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'said'; readonly said: Said }
  | { readonly is: 'figure'; readonly metric: string; readonly aspect: Aspect; readonly unit: MoneyUnit | null }
  | { readonly is: 'list'; readonly list: string; readonly aspect: ListAspect };

/** Part of a line. `optional`: left out whole where one of its figures does not exist. */
export interface Phrase {
  readonly optional: boolean;
  readonly pieces: readonly Piece[];
}

/** A line of a template: text of some kind, or a table. */
export type TemplateLine =
  | { readonly is: 'title' | 'to' | 'heading' | 'subheading' | 'paragraph'; readonly phrases: readonly Phrase[] }
  | { readonly is: 'ranking'; readonly metrics: readonly string[] }
  | { readonly is: 'rows'; readonly list: string; readonly colours: readonly Colour[] };

const TYPED = /\d[\d,.，]*\s*(%|％|‰|个百分点|亿元|万元|亿美元|万美元)/;
const PLACEHOLDER = /\{([^{}]*)\}/g;
const LIST_NAME = /^[a-z]+(-[a-z]+)*$/;

const isOneOf = <Names extends string>(names: readonly Names[], text: string): text is Names =>
  names.some((name) => name === text);

const listPiece = (text: string): Piece | null => {
  const [, list = '', aspect = 'count'] = /^list:([a-z-]+)(?:\.([a-z]+))?$/.exec(text) ?? [];
  return LIST_NAME.test(list) && isOneOf(['count', 'amount', ...COLOURS], aspect) ? { is: 'list', list, aspect } : null;
};

const figurePiece = (text: string, definition: Definition): Piece | null => {
  const [, metric = '', aspect = 'value', unit = null] = /^([^.:]+)(?:\.([a-z]+))?(?::(.+))?$/.exec(text) ?? [];
  if (formulaOf(definition, metric) === null || !isOneOf(ASPECTS, aspect)) return null;
  return unit === null || Object.hasOwn(UNITS, unit)
    ? { is: 'figure', metric, aspect, unit: unit as MoneyUnit | null }
    : null;
};

const unknown = (text: string, at: number, { name, version }: Definition): never =>
  rejectReport('template-placeholder-unknown', `text.${at}`, `${text} · ${name}@${version}`);

/** {period}, {signed.change}, {signed-amount:亿元}, {list:stalled.red}, {智能制造签约额}. */
const placeholder = (text: string, at: number, definition: Definition): Piece => {
  if (isOneOf(SAID, text)) return { is: 'said', said: text };
  return listPiece(text) ?? figurePiece(text, definition) ?? unknown(`{${text}}`, at, definition);
};

const literal = (text: string, at: number): readonly Piece[] => {
  if (text === '') return [];
  const [typed] = TYPED.exec(text) ?? [];
  if (typed !== undefined) rejectReport('template-figure-typed', `text.${at}`, typed);
  if (/[{}«»]/.test(text)) rejectReport('template-line-unknown', `text.${at}`, text);
  return [{ is: 'text', text }];
};

const piecesOf = (text: string, at: number, definition: Definition): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    pieces.push(...literal(text.slice(from, found.index), at), placeholder(found[1]!, at, definition));
    from = found.index + found[0].length;
  }
  return [...pieces, ...literal(text.slice(from), at)];
};

/** «…» stands only where every figure in it exists. */
const phrasesOf = (text: string, at: number, definition: Definition): readonly Phrase[] =>
  text.split(/(«[^«»]*»)/).flatMap((part): readonly Phrase[] => {
    const optional = part.startsWith('«') && part.endsWith('»');
    const pieces = piecesOf(optional ? part.slice(1, -1) : part, at, definition);
    return pieces.length === 0 ? [] : [{ optional, pieces }];
  });

const tableLine = (text: string, at: number, definition: Definition): TemplateLine => {
  const [kind, ...named] = text.slice(1).trim().split(/\s+/);
  if (kind === 'ranking' && named.length > 0) {
    const stranger = named.find((metric) => formulaOf(definition, metric) === null);
    return stranger === undefined ? { is: 'ranking', metrics: named } : unknown(stranger, at, definition);
  }
  const [list = '', ...colours] = named;
  if (kind === 'list' && LIST_NAME.test(list) && colours.every((one): one is Colour => isOneOf(COLOURS, one)))
    return { is: 'rows', list, colours };
  return rejectReport('template-line-unknown', `text.${at}`, text);
};

const MARKS = [
  ['### ', 'subheading'],
  ['## ', 'heading'],
  ['# ', 'title'],
  ['> ', 'to'],
] as const;

/**
 * The lines of a template: `# title`, `> addressee`, `## heading`, `### heading below`, `@ranking METRIC…`, `@list NAME COLOUR…`, and paragraphs.
 * METRIC: of every bureau, or the definition's own. Throws Rejected with the line at fault.
 */
export const readTemplate = (text: string, definition: Definition): readonly TemplateLine[] => {
  const lines = text.split('\n').flatMap((raw, index): readonly TemplateLine[] => {
    const line = raw.trim();
    if (line === '') return [];
    if (line.startsWith('@')) return [tableLine(line, index + 1, definition)];
    const [mark, is] = MARKS.find(([sign]) => line.startsWith(sign)) ?? ['', 'paragraph' as const];
    return [{ is, phrases: phrasesOf(line.slice(mark.length), index + 1, definition) }];
  });
  if (!lines.some(({ is }) => is === 'title') || lines.length < 2) rejectReport('template-empty', 'text');
  return lines;
};

const piecesIn = (lines: readonly TemplateLine[]): readonly Piece[] =>
  lines.flatMap((line) => ('phrases' in line ? line.phrases.flatMap(({ pieces }) => pieces) : []));

/** The metrics that a template names, each once. */
export const metricsIn = (lines: readonly TemplateLine[]): readonly string[] => [
  ...new Set([
    ...piecesIn(lines).flatMap((piece) => (piece.is === 'figure' ? [piece.metric] : [])),
    ...lines.flatMap((line) => (line.is === 'ranking' ? line.metrics : [])),
  ]),
];

/** The lists that a template names, each once. */
export const listsIn = (lines: readonly TemplateLine[]): readonly string[] => [
  ...new Set([
    ...piecesIn(lines).flatMap((piece) => (piece.is === 'list' ? [piece.list] : [])),
    ...lines.flatMap((line) => (line.is === 'rows' ? [line.list] : [])),
  ]),
];
