import type { ComposeOption } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { Charted, Fill, Series } from './charted.ts';

type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

const LINES = { symbol: 'rect', dashArrayX: [1, 0] as [number, number], dashArrayY: [2, 4] };
const DECALS: Readonly<Record<Fill, object>> = {
  solid: { symbol: 'none' },
  diagonal: { ...LINES, rotation: -Math.PI / 4 },
  dots: {
    symbol: 'circle',
    symbolSize: 0.8,
    dashArrayX: [
      [7, 7],
      [0, 7, 7, 0],
    ],
    dashArrayY: [7, 0],
  },
  horizontal: { ...LINES, dashArrayY: [2, 3] },
  light: { symbol: 'none' },
};

const INK = 'currentColor'; // light on dark where the page is dark
const HAIR = 'rgba(128, 128, 128, 0.35)';

/** The colour that a name of the looks stands for now: a drawing is given colours, not names. */
type PaintOf = (paint: string) => string;

/** What is drawn; the rest stands in the table only. */
const drawnOf = ({ series }: Charted): readonly Series[] => series.filter(({ told }) => told !== true);

const seriesOf = (
  charted: Charted,
  one: Series,
  index: number,
  paintOf: PaintOf,
): BarSeriesOption | LineSeriesOption => {
  const data = charted.rows.map(({ values }) => values[index]?.drawn ?? 0);
  if (one.line === true)
    return {
      type: 'line',
      name: one.name,
      data,
      yAxisIndex: 1,
      symbol: 'diamond',
      symbolSize: 8,
      lineStyle: { type: 'dashed', width: 2 },
      itemStyle: { color: paintOf(one.paint) },
    };
  return {
    type: 'bar',
    name: one.name,
    data,
    barMaxWidth: 34,
    ...(charted.stacked === true ? { stack: 'all' } : {}),
    itemStyle: {
      color: paintOf(one.paint),
      decal: { ...DECALS[one.fill], color: paintOf('var(--mark)') },
      opacity: one.fill === 'light' ? 0.55 : 1,
    },
    ...(drawnOf(charted).length === 1
      ? {
          label: {
            show: true,
            position: charted.lying === true ? 'right' : 'top',
            color: INK,
            formatter: ({ dataIndex }: { dataIndex: number }) => charted.rows[dataIndex]?.values[index]?.said ?? '',
          },
        }
      : {}),
  };
};

const FEW = 8; // names that all stand beside their bars
const AXES = 64; // what the figures beside the bars take of the width
const GAP = 6; // between two names
const LONGEST = 120; // of a name that is turned
const wide = (text: string, fontSize: number): number =>
  [...text].reduce((sum, sign) => sum + (sign > 'ÿ' ? 1 : 0.6) * fontSize, 0);

/** How the names stand under their bars so that each can be read: straight where they fit, else turned; where even that is too close, as many as fit. */
export const namesUnder = (labels: readonly string[], width: number, fontSize: number) => {
  const room = (width - AXES) / Math.max(labels.length, 1);
  if (labels.every((label) => wide(label, fontSize) + GAP <= room)) return { interval: 0, rotate: 0 };
  if (room < fontSize + GAP / 2) return { hideOverlap: true, rotate: 0 };
  return { interval: 0, rotate: 45, width: LONGEST, overflow: 'truncate' as const };
};

/** The drawing of a chart. `told`: the chart in a sentence, for who cannot see it; `large`: for a wall; `tip`: what is said of a row; `width`: of the place, in pixels. */
export const chartOption = (
  charted: Charted,
  {
    told,
    large,
    font,
    tip,
    paintOf,
    width,
  }: {
    readonly told: string;
    readonly large: boolean;
    readonly font: string;
    readonly tip: (row: number) => string;
    readonly paintOf: PaintOf;
    readonly width: number;
  },
): ChartOption => {
  const fontSize = large ? 15 : 12;
  const lines = charted.series.some(({ line }) => line === true);
  const names = {
    type: 'category' as const,
    data: charted.rows.map(({ label }) => label),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: HAIR } },
    axisLabel: {
      color: INK,
      fontSize,
      ...(charted.lying === true
        ? charted.rows.length <= FEW
          ? { interval: 0 }
          : { hideOverlap: true }
        : namesUnder(
            charted.rows.map(({ label }) => label),
            width,
            fontSize,
          )),
    },
    ...(charted.lying === true ? { inverse: true } : {}),
  };
  const figures = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { color: INK, fontSize },
    splitLine: { lineStyle: { color: HAIR } },
  };
  const second = { ...figures, splitLine: { show: false } };
  const standing = lines ? [figures, second] : figures;
  return {
    aria: { enabled: true, label: { description: told }, decal: { show: false } },
    animation: false,
    textStyle: { fontFamily: font, fontSize },
    grid: {
      left: 4,
      right: charted.lying === true ? 96 : 8,
      top: drawnOf(charted).length > 1 ? 34 : 24,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    ...(drawnOf(charted).length > 1
      ? { legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 11, textStyle: { color: INK, fontSize } } }
      : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      formatter: (of: unknown) => tip((of as readonly { readonly dataIndex: number }[])[0]?.dataIndex ?? 0),
    },
    xAxis: charted.lying === true ? { ...figures, show: false } : names,
    yAxis: charted.lying === true ? names : standing,
    series: charted.series.flatMap((one, index) => (one.told === true ? [] : [seriesOf(charted, one, index, paintOf)])),
  };
};
