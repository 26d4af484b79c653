import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { FIRST_DAY, isBusinessDay, isIsoDate, LAST_DAY } from '../dates.ts';
import { keptAmount, LARGEST_AMOUNT, type Money } from '../money.ts';
import { declare, type Declared, type Field } from './field.ts';

interface Options {
  readonly zh: string;
  readonly en: string;
  readonly optional?: boolean;
  readonly max?: number;
}

/** The longest text of each kind, in characters. An id or number is 60, a name of a person or unit 100 (they stand in one index), a title 300, an account of something 4,000. */
const LONGEST = { text: 300, 'long-text': 4000, person: 100 } as const;
const MOST_ITEMS = 100;
export const LONGEST_ITEM = 200; // of a list of texts

const said = (zh: string, en: string): ValidationOptions => ({ message: en, context: { zh, en } });

const field =
  (
    kind: Field['kind'],
    options: Options,
    rules: readonly PropertyDecorator[],
    more: Partial<Declared> = {},
  ): PropertyDecorator =>
  (target, name) => {
    const { zh, en, optional = false, max } = options;
    declare(target, {
      name: String(name),
      kind,
      label: { zh, en },
      required: !optional,
      ...(max === undefined ? {} : { max }),
      ...more,
    });
    for (const rule of optional ? [IsOptional(), ...rules] : rules) rule(target, name);
  };

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const writing = (kind: keyof typeof LONGEST, options: Options): PropertyDecorator => {
  const max = options.max ?? LONGEST[kind];
  const empty = said('不能为空', 'must not be empty');
  return field(kind, { ...options, max }, [
    IsString(said('必须是文字', 'must be text')),
    options.optional ? MinLength(1, empty) : ValidateBy({ name: 'isSaid', validator: { validate: isSaid } }, empty),
    MaxLength(max, said(`不得超过 ${max} 个字`, `must be at most ${max} characters`)),
  ]);
};
export const text = (options: Options): PropertyDecorator => writing('text', options);
export const longText = (options: Options): PropertyDecorator => writing('long-text', options);
/** A person: `@login` of an account or of the organisation tree, or else a name as written, which is nobody until somebody is assigned (person.ts). */
export const person = (options: Options): PropertyDecorator => writing('person', options);

const isDay = ValidateBy(
  { name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && isIsoDate(value) } },
  said('必须是存在的日期，例如 2023-06-30', 'must be a day that exists, such as 2023-06-30'),
);
const isOfBusiness = ValidateBy(
  { name: 'isOfBusiness', validator: { validate: (value: unknown) => isBusinessDay(String(value)) } },
  said(`必须在 ${FIRST_DAY} 至 ${LAST_DAY} 之间`, `must lie between ${FIRST_DAY} and ${LAST_DAY}`),
);
export const day = (options: Options): PropertyDecorator => field('day', options, [isDay, isOfBusiness]);

const isMonth = ValidateBy(
  {
    name: 'isMonth',
    validator: { validate: (value: unknown) => typeof value === 'string' && isBusinessDay(`${value}-01`) },
  },
  said('必须是年月，例如 2023-06', 'must be a month, such as 2023-06'),
);
export const month = (options: Options): PropertyDecorator => field('month', options, [isMonth]);

const DECIMAL = /^-?\d{1,18}(\.\d{1,4})?$/;
export const decimal = (options: Options): PropertyDecorator =>
  field('decimal', options, [
    Matches(DECIMAL, said('必须是以文字写出的十进制数', 'must be a decimal number written as text')),
  ]);

const CURRENCY = /^[A-Z]{3}$/;

/** Money as the log keeps it ("1000" as "1000.00"); null where it is none. A number is refused: a float cannot hold it exactly. */
const keptMoney = (value: unknown): Money | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  if (typeof amount !== 'string' || typeof currency !== 'string' || Object.keys(rest).length > 0) return null;
  const kept = keptAmount(amount);
  return kept === null || !CURRENCY.test(currency) ? null : { amount: kept, currency };
};
const isMoney = ValidateBy(
  { name: 'isMoney', validator: { validate: (value: unknown) => keptMoney(value) !== null } },
  said(
    `必须是金额：{"amount":"641000000.00","currency":"CNY"}，以元为单位的文字，不收浮点数，不超过 ${LARGEST_AMOUNT} 元`,
    `must be money: {"amount":"641000000.00","currency":"CNY"}, in 元, as text, never a float, at most ${LARGEST_AMOUNT} 元`,
  ),
);
export const money = (options: Options): PropertyDecorator =>
  field('money', options, [Transform(({ value }) => keptMoney(value) ?? (value as unknown)), isMoney]);

export const integer = (options: Options & { readonly min?: number }): PropertyDecorator => {
  const { min = 0, max = 1_000_000_000 } = options;
  const range = said(`必须是 ${min} 到 ${max} 之间的整数`, `must be a whole number from ${min} to ${max}`);
  return field('integer', options, [IsInt(range), Min(min, range), Max(max, range)]);
};

export const flag = (options: Options): PropertyDecorator =>
  field('flag', options, [IsBoolean(said('必须是“是”或“否”', 'must be true or false'))]);

const amongThem = (choices: readonly string[]): ValidationOptions =>
  said(`必须是以下之一：${choices.join('、')}`, `must be one of: ${choices.join(', ')}`);

export const choice = (choices: readonly string[], options: Options): PropertyDecorator =>
  field('choice', options, [IsIn([...choices], amongThem(choices))], { choices });

const listRules = (max: number): PropertyDecorator[] => [
  IsArray(said('必须是列表', 'must be a list')),
  ArrayMaxSize(max, said(`不得超过 ${max} 项`, `must have at most ${max} items`)),
];

export const texts = (options: Options & { readonly choices?: readonly string[] }): PropertyDecorator => {
  const { max = 50, choices } = options;
  const each = {
    ...said(`每项必须是 1 到 ${LONGEST_ITEM} 个字的文字`, `each must be text of 1 to ${LONGEST_ITEM} characters`),
    each: true,
  };
  const items = [IsString(each), MinLength(1, each), MaxLength(LONGEST_ITEM, each)];
  const among = choices === undefined ? [] : [IsIn([...choices], { ...amongThem(choices), each: true })];
  return field('texts', { ...options, max }, [...listRules(max), ...items, ...among], choices ? { choices } : {});
};

export const list = (itemClass: new () => object, options: Options): PropertyDecorator => {
  const { max = MOST_ITEMS } = options;
  const nested = [ValidateNested({ each: true, ...said('有一项不正确', 'an item is wrong') }), Type(() => itemClass)];
  return field('list', { ...options, max }, [...listRules(max), ...nested], { itemClass });
};

export const group = (itemClass: new () => object, options: Options): PropertyDecorator =>
  field('group', options, [ValidateNested(said('内容不正确', 'is wrong')), Type(() => itemClass)], { itemClass });

/** A value of whatever kind the corrected field has; the decision checks it. */
export const anything = (options: Options): PropertyDecorator => field('any', options, [Allow()]);
