/** An amount told in parts, 一期2亿，二期3亿, or a total beside them; the texts of each, to be read as amounts. */
interface InParts {
  readonly parts: readonly string[];
  readonly total: string | null;
}

const LABEL =
  '(?:第?[一二三四五六七八九十1-9](?:期|阶段|部分)|首期|远期|后期|后续|固定资产(?:投资)?|固投|流动资金|土建|设备|外资|内资|土地)(?:工程|项目)?(?:计划|预计|拟)?(?:总?投资)?(?:额|金额)?';
const AMOUNT = '约?[¥￥]?\\d[^,;。、+(]*';
const PART = new RegExp(`^(?:其中:?)?(?:${LABEL})[为约:]*(${AMOUNT})$`);
/** 2亿元（一期）. */
const LABELLED_BEHIND = new RegExp(`^(${AMOUNT})[(](?:${LABEL})[)]$`);
const TOTAL = new RegExp(
  `^(?:项目)?(?:计划|合同|协议)?(?:总投资|总额|投资总额|合计|总计|共计|共|总)(?:额|金额)?[为约:]*(${AMOUNT})$`,
);
const BARE = new RegExp(`^(${AMOUNT})$`);
const LONGEST = 160;
const SIGNS = /\d.*(期|阶段|部分|固|流动|土建|设备|外资|内资|土地|\+)|(期|阶段|固|流动|外资|内资|土建|设备|土地).*\d/;

/** The clauses of a text, brackets around parts opened: 总投资5亿元（一期2亿元，二期3亿元）. */
const clausesOf = (text: string): readonly string[] =>
  text
    .replace(/[(]([^()]*\d[^()]*)[)]/g, (whole, inner: string) => (/[亿万元\d]/.test(inner) ? `,${inner},` : whole))
    .split(/[,，;；。、/\n]|\+|和(?=二期|三期)/)
    .map((one) => one.replace(/^其中:?/, ''))
    .filter((one) => one !== '');

/** 2亿+3亿: nothing but amounts. */
const isSum = (text: string): boolean => /^[^(]*\+/.test(text) && text.split('+').every((one) => BARE.test(one));

/** The amount of a part, 一期2亿元, that a clause tells. */
const partIn = (clause: string): string | undefined => PART.exec(clause)?.[1] ?? LABELLED_BEHIND.exec(clause)?.[1];

/** The total, 总投资5亿元, that a clause tells. */
const totalIn = (clause: string): string | undefined => TOTAL.exec(clause)?.[1];

/** Whether a clause holds figures beside those that count phases: 分两期建设 holds none. */
const hasFigures = (clause: string): boolean => /\d/.test(clause.replace(/[分共]?[\d一二三四五]+期(建设|实施)?/g, ''));

/** What a text tells of phases or parts of an amount, where every clause with a figure in it is one, or the total; null where it tells something else. `text`: without blanks, in half width. */
export const inParts = (text: string): InParts | null => {
  if (text.length > LONGEST || !SIGNS.test(text)) return null; // most amounts are one
  if (isSum(text)) return { parts: text.split('+').map((one) => partIn(one) ?? one), total: null };
  const parts: string[] = [];
  let total: string | null = null;
  for (const clause of clausesOf(text)) {
    const [part, whole] = [partIn(clause), totalIn(clause)];
    if (part !== undefined) parts.push(part);
    else if (whole !== undefined && total === null) total = whole;
    else if (hasFigures(clause)) return null;
  }
  const fewest = total === null ? 2 : 1;
  return parts.length >= fewest ? { parts, total } : null;
};
