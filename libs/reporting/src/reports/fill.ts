import {
  metricTitle,
  REPORTS,
  type Definition,
  type IsoDate,
  type Phrase,
  type Piece,
  type ReportName,
  type Said,
  type TemplateLine,
} from '#domain';
import type { Standing } from '../lists/standing.ts';
import type { ListFacts } from './list-facts.ts';
import { sayListFigure } from './say-list.ts';
import {
  plainText,
  type CitedFigure,
  type FigureParts,
  type Report,
  type Run,
  type TableBlock,
  type TextBlock,
} from './report.ts';
import { refuseReport } from './refusals.ts';
import { sayFigure, type Because } from './say-figure.ts';
import { listTable, rankingTable, type RankedRow } from './tables.ts';

/** All that a report is made of. `said`: what the words of the template stand for. */
export interface Facts {
  readonly figures: ReadonlyMap<string, FigureParts>;
  readonly ranked: readonly RankedRow[];
  readonly lists: ReadonlyMap<string, ListFacts>;
  readonly said: Readonly<Record<Said, string | null>>;
  readonly number: string | null;
  readonly day: IsoDate;
  readonly standing: Standing;
  readonly definition: Definition;
}

const WHY: Readonly<Record<Because, { readonly zh: string; readonly en: string }>> = {
  'no-value': { zh: '分母为零，没有这个数', en: 'its denominator is zero, so it does not exist' },
  'no-year-before': {
    zh: '上年同期为零、没有数据或以其他币种计',
    en: 'there was nothing in the year before, or it was in another currency',
  },
  'no-target': { zh: '没有下达目标', en: 'no target is set' },
  'no-rank': { zh: '没有位次', en: 'it has no rank' },
  'does-not-follow': { zh: '百分数与分子分母不符', en: 'the percentage is not what its parts make' },
};

type Found = { readonly text: string } | CitedFigure | { readonly key: string; readonly because: Because };

const keyOf = (piece: Extract<Piece, { is: 'figure' | 'list' }>): string =>
  piece.is === 'figure' ? `${piece.metric}.${piece.aspect}` : `list:${piece.list}.${piece.aspect}`;

const found = (piece: Piece, { figures, lists, said, definition }: Facts): Found => {
  if (piece.is === 'text') return { text: piece.text };
  if (piece.is === 'said') return { text: said[piece.said] ?? '' };
  const key = keyOf(piece);
  if (piece.is === 'list') return { key, ...sayListFigure(piece.aspect, lists.get(piece.list)!) };
  const { metric, aspect, unit } = piece;
  const title = metricTitle(definition, metric).zh;
  return { key, ...sayFigure(title, aspect, figures.get(metric)!, unit, definition.rounding) };
};

const refuse = (key: string, because: Because): never =>
  refuseReport(because === 'does-not-follow' ? 'figure-does-not-follow' : 'figure-does-not-exist', {
    key,
    ...WHY[because],
  });

/** The runs of a line; what it cites is added to `cited`, each figure once. */
const runsOf = (phrases: readonly Phrase[], facts: Facts, cited: CitedFigure[]): readonly Run[] =>
  phrases.flatMap(({ optional, pieces }) => {
    const all = pieces.map((piece) => found(piece, facts));
    if (optional && all.some((one) => 'because' in one && one.because !== 'does-not-follow')) return [];
    return all.map((one): Run => {
      if ('text' in one) return one;
      if ('because' in one) return refuse(one.key, one.because);
      const known = cited.findIndex(({ key, printed }) => key === one.key && printed === one.printed);
      if (known >= 0) return { cited: known };
      return { cited: cited.push(one) - 1 };
    });
  });

/** A template with its figures in: the report, or a refusal that names the figure and the reason. */
export const fillTemplate = (name: ReportName, lines: readonly TemplateLine[], facts: Facts): Report => {
  const cited: CitedFigure[] = [];
  const blocks: (TextBlock | TableBlock)[] = [];
  let title = '';
  let to: string | null = null;
  for (const line of lines) {
    if (line.is === 'ranking') blocks.push(rankingTable(line.metrics, facts.ranked, facts.definition));
    else if (line.is === 'rows') blocks.push(listTable(facts.lists.get(line.list)!, line.colours));
    else {
      const runs = runsOf(line.phrases, facts, cited);
      if (line.is === 'title') title = plainText(runs, cited);
      else if (line.is === 'to') to = plainText(runs, cited);
      else blocks.push({ is: line.is, runs });
    }
  }
  const { number, day, standing } = facts;
  const { name: scope, version, rounding } = facts.definition;
  const about = { number, day, standing, definition: { name: scope, version }, rounding };
  return { name, kind: REPORTS[name], title, to, bureau: facts.said.bureau ?? '', blocks, figures: cited, ...about };
};
