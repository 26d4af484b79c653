import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useGo } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { useLooks } from '../app/looks.ts';
import { chartOption } from './chart-option.ts';
import type { Charted } from './charted.ts';

echarts.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const plain = (text: string): string => echarts.format.encodeHTML(text);

/** What is said of a row where it is pointed at. */
const tipOf = ({ rows, series }: Charted, index: number): string => {
  const row = rows[index];
  if (row === undefined) return '';
  const lines = row.values.map(
    ({ said, exact }, at) => `${plain(series[at]?.name ?? '')} <strong>${plain(exact ?? said)}</strong>`,
  );
  return [plain(row.label), ...lines].join('<br>');
};

/** The whole chart in a sentence, for who hears the page. */
const toldOf = (title: string, { rows, series }: Charted, comma: string): string =>
  `${title}${comma}${rows
    .map(
      ({ label, values }) => `${label} ${values.map(({ said }, at) => `${series[at]?.name ?? ''} ${said}`).join(' ')}`,
    )
    .join(comma)}`;

const VARIABLE = /^var\((.+)\)$/;
const paintIn =
  (element: Element) =>
  (paint: string): string =>
    getComputedStyle(element)
      .getPropertyValue(VARIABLE.exec(paint)?.[1] ?? '')
      .trim() || paint;

/** A chart as echarts draws it; this file and the library come when the first chart is shown. A click opens what a bar stands for. */
export const DrawnChart = ({
  title,
  charted,
  height,
  large,
}: {
  title: string;
  charted: Charted;
  height: number | string;
  large: boolean;
}) => {
  const { marks } = useWords();
  const go = useGo();
  const looks = useLooks();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let leave = (): void => undefined;
    // Each chart in a turn of its own: several at once would keep the page from answering.
    const turn = setTimeout(() => {
      const chart = echarts.init(element, null, { renderer: 'svg' });
      const option = () =>
        chartOption(charted, {
          told: toldOf(title, charted, marks.comma),
          large,
          font: getComputedStyle(element).fontFamily,
          tip: (index) => tipOf(charted, index),
          paintOf: paintIn(element),
          width: element.clientWidth,
        });
      chart.setOption(option());
      chart.on('click', ({ dataIndex, seriesIndex = 0 }) => {
        const to = charted.rows[dataIndex]?.values[seriesIndex]?.to;
        if (to !== undefined) go(to);
      });
      const watch = new ResizeObserver(() => {
        chart.resize();
        chart.setOption(option());
      });
      watch.observe(element);
      leave = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      clearTimeout(turn);
      leave();
    };
  }, [charted, title, marks, large, go, looks]);
  return <div ref={place} className="drawn" style={{ height }} />;
};
