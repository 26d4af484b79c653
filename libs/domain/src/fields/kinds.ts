import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  arrayMaxSize,
  isArray,
  isBoolean,
  isIn,
  isInt,
  IsOptional,
  isString,
  matches,
  max as isAtMost,
  maxLength,
  min as isAtLeast,
  minLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { FIRST_DAY, isBusinessDay, isIsoDate, LAST_DAY } from '../dates.ts';
import { LARGEST_AMOUNT } from '../money.ts';
import { declare, type Declared, type Field, type Rule } from './field.ts';
import { keptMoney } from './kept-money.ts';
import { isSaid } from './writing.ts';

interface Options {
  readonly zh: string;
  readonly en: string;
  readonly optional?: boolean;
  readonly max?: number;
  readonly blank?: boolean;
}

/** The longest text of each kind, in characters. An id or number is 60, a name of a person or unit 100 (they stand in one index), a title 300, an account of something 4,000. */
const LONGEST = { text: 300, 'long-text': 4000, person: 100 } as const;
const MOST_ITEMS = 100;
const LONGEST_ITEM = 200; // of a list of texts

const rule = (name: string, holds: Rule['holds'], zh: string, en: string): Rule => ({ name, holds, zh, en });
const ofEach = (one: Rule): Rule => ({ ...one, each: true });

/** A rule as class-validator runs it: the same function as on the short way (sound.ts). */
const enforced = ({ name, holds, zh, en, each }: Rule): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: holds } }, { message: en, context: { zh, en }, each: each === true });

const field =
  (
    kind: Field['kind'],
    options: Options,
    rules: readonly Rule[],
    more: Partial<Declared> = {},
    others: readonly PropertyDecorator[] = [],
  ): PropertyDecorator =>
  (target, name) => {
    const { zh, en, optional = false, max, blank = false } = options;
    declare(target, {
      name: String(name),
      kind,
      label: { zh, en },
      required: !optional,
      rules,
      ...(max === undefined ? {} : { max }),
      ...(blank ? { blank } : {}),
      ...more,
    });
    for (const decorate of [...(optional ? [IsOptional()] : []), ...others, ...rules.map(enforced)])
      decorate(target, name);
  };

const writing = (kind: keyof typeof LONGEST, options: Options): PropertyDecorator => {
  const max = options.max ?? LONGEST[kind];
  const least = options.blank === true ? 0 : 1;
  const notEmpty = options.optional ? (value: unknown) => minLength(value, least) : isSaid;
  return field(kind, { ...options, max }, [
    rule('isString', isString, '必须是文字', 'must be text'),
    rule('isSaid', notEmpty, '不能为空', 'must not be empty'),
    rule('maxLength', (value) => maxLength(value, max), `不得超过 ${max} 个字`, `must be at most ${max} characters`),
  ]);
};
export const text = (options: Options): PropertyDecorator => writing('text', options);
const isId = rule(
  'isId',
  (value) => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(value),
  '必须是 1 到 60 个字母、数字、- 或 _，以字母或数字开头',
  'must be 1 to 60 letters, digits, - or _, the first a letter or digit',
);
/** The id of something that is made: it stands in addresses. */
export const id = (options: Options): PropertyDecorator => field('text', options, [isId], { max: 60 });
export const longText = (options: Options): PropertyDecorator => writing('long-text', options);
/** A person: `@login` of an account or of the organisation tree, or else a name as written, which is nobody until somebody is assigned (person.ts). */
export const person = (options: Options): PropertyDecorator => writing('person', options);

const isDay = rule(
  'isDay',
  (value) => typeof value === 'string' && isIsoDate(value),
  '必须是存在的日期，例如 2023-06-30',
  'must be a day that exists, such as 2023-06-30',
);
const isOfBusiness = rule(
  'isOfBusiness',
  (value) => isBusinessDay(String(value)),
  `必须在 ${FIRST_DAY} 至 ${LAST_DAY} 之间`,
  `must lie between ${FIRST_DAY} and ${LAST_DAY}`,
);
export const day = (options: Options): PropertyDecorator => field('day', options, [isDay, isOfBusiness]);

const isMonth = rule(
  'isMonth',
  (value) => typeof value === 'string' && isBusinessDay(`${value}-01`),
  '必须是年月，例如 2023-06',
  'must be a month, such as 2023-06',
);
export const month = (options: Options): PropertyDecorator => field('month', options, [isMonth]);

const DECIMAL = /^-?\d{1,18}(\.\d{1,4})?$/;
const isDecimal = rule(
  'isDecimal',
  (value) => typeof value === 'string' && matches(value, DECIMAL),
  '必须是以文字写出的十进制数',
  'must be a decimal number written as text',
);
export const decimal = (options: Options): PropertyDecorator => field('decimal', options, [isDecimal]);

const isMoney = rule(
  'isMoney',
  (value) => keptMoney(value) !== null,
  `必须是金额：{"amount":"641000000.00","currency":"CNY"}，以元为单位的文字，不收浮点数，不超过 ${LARGEST_AMOUNT} 元`,
  `must be money: {"amount":"641000000.00","currency":"CNY"}, in 元, as text, never a float, at most ${LARGEST_AMOUNT} 元`,
);
export const money = (options: Options): PropertyDecorator =>
  field('money', options, [isMoney], {}, [Transform(({ value }) => keptMoney(value) ?? (value as unknown))]);

export const integer = (options: Options & { readonly min?: number }): PropertyDecorator => {
  const { min = 0, max = 1_000_000_000 } = options;
  const holds = (value: unknown): boolean => isInt(value) && isAtLeast(value, min) && isAtMost(value, max);
  return field('integer', options, [
    rule('isInt', holds, `必须是 ${min} 到 ${max} 之间的整数`, `must be a whole number from ${min} to ${max}`),
  ]);
};

const LAST_POSITION = 2n ** 63n - 1n;
const isPosition = rule(
  'isPosition',
  (value) => typeof value === 'string' && /^\d{1,19}$/.test(value) && BigInt(value) <= LAST_POSITION,
  '必须是日志位置：以文字写出的整数，例如 4104',
  'must be a position of the log: a whole number written as text, such as 4104',
);
/** A position of the log, as lists answer it. */
export const position = (options: Options): PropertyDecorator => field('text', options, [isPosition], { max: 19 });

export const flag = (options: Options): PropertyDecorator =>
  field('flag', options, [rule('isBoolean', isBoolean, '必须是“是”或“否”', 'must be true or false')]);

const isAmong = (choices: readonly string[]): Rule =>
  rule(
    'isIn',
    (value) => isIn(value, choices),
    `必须是以下之一：${choices.join('、')}`,
    `must be one of: ${choices.join(', ')}`,
  );

export const choice = (choices: readonly string[], options: Options): PropertyDecorator =>
  field('choice', options, [isAmong(choices)], { choices });

const isList = (max: number): readonly Rule[] => [
  rule('isArray', isArray, '必须是列表', 'must be a list'),
  rule('arrayMaxSize', (value) => arrayMaxSize(value, max), `不得超过 ${max} 项`, `must have at most ${max} items`),
];
const isItem = ofEach(
  rule(
    'isItem',
    (value) => isSaid(value) && maxLength(value, LONGEST_ITEM),
    `每项必须是 1 到 ${LONGEST_ITEM} 个字的文字`,
    `each must be text of 1 to ${LONGEST_ITEM} characters`,
  ),
);

export const texts = (options: Options & { readonly choices?: readonly string[] }): PropertyDecorator => {
  const { max = 50, choices } = options;
  const among = choices === undefined ? [] : [ofEach(isAmong(choices))];
  return field('texts', { ...options, max }, [...isList(max), isItem, ...among], choices ? { choices } : {});
};

const nested = (itemClass: new () => object, each: boolean, zh: string, en: string): readonly PropertyDecorator[] => [
  ValidateNested({ each, message: en, context: { zh, en } }),
  Type(() => itemClass),
];

export const list = (itemClass: new () => object, options: Options): PropertyDecorator => {
  const { max = MOST_ITEMS } = options;
  const items = nested(itemClass, true, '有一项不正确', 'an item is wrong');
  return field('list', { ...options, max }, isList(max), { itemClass }, items);
};

export const group = (itemClass: new () => object, options: Options): PropertyDecorator =>
  field('group', options, [], { itemClass }, nested(itemClass, false, '内容不正确', 'is wrong'));

/** A value of whatever kind the corrected field has; the decision checks it. */
export const anything = (options: Options): PropertyDecorator => field('any', options, [], {}, [Allow()]);
