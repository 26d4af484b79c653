import { formulaOf, metricTitle, type Part, type Sentence } from '#domain';
import { figureRows } from '#projections';
import {
  behindSheet,
  indicatorSheet,
  structureSheet,
  workbook,
  type BehindLine,
  type Language,
  type Sheet,
} from '#reporting';
import type { Asking, Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { eventsBehind } from '../numbers/event-behind.ts';
import { partsOf } from '../numbers/figure.ts';
import { indicators } from '../numbers/indicators.ts';
import { noteInWords } from '../numbers/money-notes.ts';
import type { FiguresQuery, IndicatorsQuery, StructureQuery } from '../numbers/queries.ts';
import { figuresAsked, type Asked } from '../numbers/question.ts';
import { structure, STRUCTURE_AMOUNTS } from '../numbers/structure.ts';
import type { WorkbookFile } from './export-list.ts';

const ROWS_AT_ONCE = 500;
const TOTAL: Sentence = { zh: '合计', en: 'Total' };
const NOBODY: Sentence = { zh: '未填', en: 'Not said' };

/** What a part counts, row by row, each with the row of the table to which it belongs; memory holds one page of them. */
async function* linesBehind(
  { office }: Asking,
  part: Part,
  asked: Asked,
  language: Language,
): AsyncIterable<BehindLine> {
  const { question, names } = asked;
  const nameOf = (key: string | null): string =>
    (question.by === 'unit' ? names.unitOf(key)?.name : null) ?? key ?? NOBODY[language];
  for (let after = 0; ; after += ROWS_AT_ONCE) {
    const page = await figureRows(office.pool, part, question, { written: null, limit: ROWS_AT_ONCE, after });
    const events = await eventsBehind(office, part.of, page, question.asOf);
    for (const [at, { project, amount, key }] of page.entries())
      yield { row: nameOf(key), project, event: events[at]!, amount: part.measure === 'count' ? null : amount };
    if (page.length < ROWS_AT_ONCE) return;
  }
}

const PART_NAMES: readonly Sentence[] = [
  { zh: '·分子', en: ' numerator' },
  { zh: '·分母', en: ' denominator' },
];

const sheetsBehind = (
  asking: Asking,
  title: string,
  parts: readonly Part[],
  asked: Asked,
  language: Language,
): readonly Sheet[] =>
  parts.map((part, at) => {
    const name = `${title}${parts.length === 1 ? '' : PART_NAMES[at]![language]}`;
    return behindSheet(name, [], linesBehind(asking, part, asked, language), language);
  });

/** The same question once more, at the position on which the table stands: what is recorded meanwhile is in neither. */
const sameMoment = (
  { office, caller }: Asking,
  query: FiguresQuery,
  by: Parameters<typeof figuresAsked>[3],
  position: number,
): Promise<Asked> => figuresAsked(office, caller, query, by, { at: BigInt(position) });

/** The indicator table as a workbook, with the sheets behind its figures. Throws as `indicators`, before a byte is given. */
export const exportIndicators: Question<IndicatorsQuery & { readonly language: Language }, WorkbookFile> = {
  look: ({ asOf, asKnown }) => lookAt('export', 'indicators', { asOf, asKnown }),
  answer: async (asking, { language, ...query }) => {
    const { office, caller } = asking;
    const table = await indicators(office, caller, query);
    const by = table.by === 'team' ? 'unit' : (table.by as Exclude<IndicatorsQuery['by'], 'team' | undefined>);
    const asked = await sameMoment(asking, query, by, table.position);
    const { definition } = asked.question;
    const metrics = Object.keys(table.total.figures).map((key) => ({ key, title: metricTitle(definition, key) }));
    const lines = table.rows.map(({ key, unit, figures }) => ({
      name: unit?.name ?? key ?? NOBODY[language],
      figures,
    }));
    const total = { name: TOTAL[language], figures: table.total.figures };
    const notes = table.notes.map((note) =>
      noteInWords(note, (metric) => metricTitle(definition, metric)[language], language),
    );
    const sheet = indicatorSheet({ ...table, notes, standing: table, metrics, lines, total }, language);
    const behind = metrics.flatMap(({ key, title }) =>
      sheetsBehind(asking, title[language], partsOf(formulaOf(definition, key)!), asked, language),
    );
    return { name: `${sheet.name}-${table.period}.xlsx`, rows: lines.length, bytes: workbook([sheet, ...behind]) };
  },
};

/** The structure table as a workbook, with the sheet behind it. Throws as `structure`, before a byte is given. */
export const exportStructure: Question<StructureQuery & { readonly language: Language }, WorkbookFile> = {
  look: ({ asOf, asKnown }) => lookAt('export', 'structure', { asOf, asKnown }),
  answer: async (asking, { language, ...query }) => {
    const { office, caller } = asking;
    const asked = await figuresAsked(office, caller, query, query.by);
    const { period, rows, total, notes } = await structure(office, caller, query, language, { at: asked.position });
    const told = notes.map((note) =>
      noteInWords(note, (metric) => metricTitle(asked.question.definition, metric)[language], language),
    );
    const standing = { asOf: asked.question.asOf.day, asKnown: asked.asKnown, position: Number(asked.position) };
    const lines = rows.map((row) => ({ ...row, label: row.label === '' ? NOBODY[language] : row.label }));
    const sheet = structureSheet({ period, standing, lines, total, notes: told }, language);
    const behind = sheetsBehind(asking, `${sheet.name} `, [STRUCTURE_AMOUNTS[query.of ?? 'signed']], asked, language);
    return { name: `${sheet.name}-${period}.xlsx`, rows: rows.length, bytes: workbook([sheet, ...behind]) };
  },
};
