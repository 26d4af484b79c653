const LEVELS = [/^[(]?[一二三四五六七八九十]+[)]/, /^[一二三四五六七八九十]+[、.．]/, /^[(]?\d+[)、.．]/];
const COUNT = /[(](共|合计)?\d+(个|家|项|宗)?[^)]*[)]$|[:：]$/; // 东湖区（12个）

/** How a line that parts a table is numbered: what stands under （一） does not end what stands under 一、. */
export const levelOf = (text: string): number => LEVELS.findIndex((shape) => shape.test(text));

/** What such a line names, without its number and its count. */
export const nameIn = (text: string): string =>
  text
    .replace(LEVELS[levelOf(text)] ?? '', '')
    .replace(COUNT, '')
    .trim();
