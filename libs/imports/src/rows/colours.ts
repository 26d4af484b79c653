import { clean } from '../cells/text.ts';

const COLOUR =
  /([红黄绿蓝橙灰紫](色|底|字)(字体|底纹|底色|标注|标记|填充|部分|单元格|行)?|标[红黄绿蓝橙灰]|(高亮|加粗|底纹)(部分|单元格|行|的)?)[^,，。;；]{0,6}(为|表示|代表|系|指|是)/;

/** The first of these lines that says what a colour means, 注：红色为已终止项目; null where none does. */
export const colourIn = (lines: readonly string[]): string | null =>
  lines.map(clean).find((line) => COLOUR.test(line)) ?? null;
