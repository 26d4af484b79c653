import type { Shape } from './shape.ts';

const TEXTS: Readonly<Record<string, string>> = {
  title: '年产二十万套汽车零部件项目',
  name: '张三',
  investor: '海江汽车零部件有限公司',
  creditCode: '91320300MA1XXXXXX0',
  code: '2026-001',
  unit: 'XL',
  toUnit: 'XL',
  fromUnit: 'JK',
  hostRegion: '新城区',
  originRegion: '上海市',
  industry: '汽车制造业',
  chain: '汽车',
  text: '已完成土地平整',
  reason: '等待用地批复',
  month: '2026-03',
  number: '〔2026〕5号',
  by: 'zhangsan',
  person: '张三',
  user: 'zhangsan',
  account: 'e3b1c7c2-6a2f-4b8e-9a53-0d5f3f0a5a11',
  project: '6f2a9b34-1c7d-4e0a-8b1f-2d3c4e5f6a7b',
  other: '6f2a9b34-1c7d-4e0a-8b1f-2d3c4e5f6a7b',
  position: '1024',
  percent: '100',
  rate: '7.10',
  score: '0.92',
  at: '2026-03-31T02:15:00.000Z',
  sha256: 'a'.repeat(64),
  hash: 'a'.repeat(64),
};
const NUMBERS: Readonly<Record<string, number>> = { year: 2026, places: 2, timeoutSeconds: 10, port: 465 };
const WITH_PATTERN: Readonly<Record<string, string>> = { amount: '641000000.00', currency: 'CNY' };

const DEEPEST = 6;

const ofText = ({ format, pattern }: Shape, name: string): string => {
  if (format === 'date') return '2026-03-31';
  return (pattern === undefined ? TEXTS[name] : WITH_PATTERN[name]) ?? name;
};

type Defs = Readonly<Record<string, Shape>>;

/** The shape that is meant where one stands for another: by its name, or as the first that is not empty of several. */
const meantBy = ({ $ref, anyOf }: Shape, defs: Defs): Shape | null => {
  if ($ref !== undefined) return defs[$ref.split('/').at(-1)!] ?? {};
  if (anyOf !== undefined) return anyOf.find(({ type }) => type !== 'null') ?? {};
  return null;
};

/** The fields of an object: deep within only those that it must have, or a shape that holds itself would never end. */
const fieldsOf = ({ properties = {}, required = [] }: Shape, depth: number): readonly (readonly [string, Shape])[] =>
  Object.entries(properties).filter(([field]) => depth <= DEEPEST || required.includes(field));

/** A value that fits the shape, always the same: said in words that a bureau would use where the field's name tells them. */
export const exampleOf = (shape: Shape, name = '', defs = shape.$defs ?? {}, depth = 0): unknown => {
  const within = (part: Shape, of = name): unknown => exampleOf(part, of, defs, depth + 1);
  const meant = meantBy(shape, defs);
  if (meant !== null) return within(meant);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  switch (shape.type) {
    case 'string':
      return ofText(shape, name);
    case 'number':
      return NUMBERS[name] ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return depth > DEEPEST ? [] : [within(shape.items ?? {}, name.replace(/s$/, ''))];
    case 'object':
      return Object.fromEntries(fieldsOf(shape, depth).map(([field, part]) => [field, within(part, field)]));
    default:
      return null;
  }
};
