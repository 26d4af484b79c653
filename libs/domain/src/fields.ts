import 'reflect-metadata';
import { Type, plainToInstance } from 'class-transformer';
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
  validateSync,
  type ValidationError,
  type ValidationOptions,
} from 'class-validator';
import { isIsoDate } from './dates.ts';
import type { Sentence } from './rejected.ts';

/** One field of a command, declared once: the validation, the OpenAPI schema and the form on the page come from it (architecture.md, decision 9). */
export interface Field {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'day'
    | 'month'
    | 'money'
    | 'decimal'
    | 'integer'
    | 'flag'
    | 'choice'
    | 'texts'
    | 'list'
    | 'group'
    | 'any';
  readonly label: Sentence;
  readonly required: boolean;
  readonly max?: number; // longest text, most items, largest integer
  readonly choices?: readonly string[];
  readonly of?: readonly Field[]; // the fields of each item of a list, or of a group
}

interface Options {
  readonly zh: string;
  readonly en: string;
  readonly optional?: boolean;
  readonly max?: number;
}
type Declared = Field & { readonly itemClass?: new () => object };

const declared = new WeakMap<object, Declared[]>();

const declare = (target: object, field: Declared): void => {
  declared.set(target, [...(declared.get(target) ?? []), field]);
};

/** The fields of a command class, those of its parent class last. */
export const fieldsOf = (commandClass: abstract new () => object): readonly Field[] => {
  const fields: Field[] = [];
  for (
    let prototype = commandClass.prototype as object;
    prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  )
    for (const { itemClass, ...field } of declared.get(prototype) ?? [])
      fields.push(itemClass ? { ...field, of: fieldsOf(itemClass) } : field);
  return fields;
};

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

const shortText = (max: number): PropertyDecorator[] => [
  IsString(said('必须是文字', 'must be text')),
  MinLength(1, said('不能为空', 'must not be empty')),
  MaxLength(max, said(`不得超过 ${max} 个字`, `must be at most ${max} characters`)),
];

export const text = (options: Options): PropertyDecorator =>
  field('text', { max: 300, ...options }, shortText(options.max ?? 300));
export const longText = (options: Options): PropertyDecorator =>
  field('long-text', { max: 4000, ...options }, shortText(options.max ?? 4000));

const isDay = ValidateBy(
  { name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && isIsoDate(value) } },
  said('必须是存在的日期，例如 2023-06-30', 'must be a day that exists, such as 2023-06-30'),
);
export const day = (options: Options): PropertyDecorator => field('day', options, [isDay]);

export const month = (options: Options): PropertyDecorator =>
  field('month', options, [
    Matches(/^\d{4}-(0[1-9]|1[0-2])$/, said('必须是年月，例如 2023-06', 'must be a month, such as 2023-06')),
  ]);

const DECIMAL = /^-?\d{1,18}(\.\d{1,4})?$/;
export const decimal = (options: Options): PropertyDecorator =>
  field('decimal', options, [
    Matches(DECIMAL, said('必须是以文字写出的十进制数', 'must be a decimal number written as text')),
  ]);

/** Money as the log keeps it: 元 as decimal text with a currency. A number is refused: a float cannot hold it exactly. */
const isMoney = ValidateBy(
  {
    name: 'isMoney',
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'object' || value === null) return false;
        const { amount, currency, ...rest } = value as Record<string, unknown>;
        return (
          typeof amount === 'string' &&
          /^-?\d{1,18}(\.\d{1,2})?$/.test(amount) &&
          typeof currency === 'string' &&
          /^[A-Z]{3}$/.test(currency) &&
          Object.keys(rest).length === 0
        );
      },
    },
  },
  said(
    '必须是金额：{"amount":"641000000.00","currency":"CNY"}，以元为单位的文字，不收浮点数',
    'must be money: {"amount":"641000000.00","currency":"CNY"}, in 元, as text, never a float',
  ),
);
export const money = (options: Options): PropertyDecorator => field('money', options, [isMoney]);

export const integer = (options: Options & { readonly min?: number }): PropertyDecorator => {
  const { min = 0, max = 1_000_000_000 } = options;
  const range = said(`必须是 ${min} 到 ${max} 之间的整数`, `must be a whole number from ${min} to ${max}`);
  return field('integer', options, [IsInt(range), Min(min, range), Max(max, range)]);
};

export const flag = (options: Options): PropertyDecorator =>
  field('flag', options, [IsBoolean(said('必须是“是”或“否”', 'must be true or false'))]);

export const choice = (choices: readonly string[], options: Options): PropertyDecorator =>
  field(
    'choice',
    options,
    [IsIn([...choices], said(`必须是以下之一：${choices.join('、')}`, `must be one of: ${choices.join(', ')}`))],
    { choices },
  );

export const texts = (options: Options & { readonly choices?: readonly string[] }): PropertyDecorator => {
  const { max = 50, choices } = options;
  const each = said('每项必须是 1 到 200 个字的文字', 'each must be text of 1 to 200 characters');
  return field(
    'texts',
    options,
    [
      IsArray(said('必须是列表', 'must be a list')),
      ArrayMaxSize(max, said(`不得超过 ${max} 项`, `must have at most ${max} items`)),
      IsString({ ...each, each: true }),
      MinLength(1, { ...each, each: true }),
      MaxLength(200, { ...each, each: true }),
      ...(choices === undefined
        ? []
        : [
            IsIn([...choices], {
              ...said(`每项必须是以下之一：${choices.join('、')}`, `each must be one of: ${choices.join(', ')}`),
              each: true,
            }),
          ]),
    ],
    choices === undefined ? {} : { choices },
  );
};

export const list = (itemClass: new () => object, options: Options): PropertyDecorator => {
  const { max = 100 } = options;
  return field(
    'list',
    options,
    [
      IsArray(said('必须是列表', 'must be a list')),
      ArrayMaxSize(max, said(`不得超过 ${max} 项`, `must have at most ${max} items`)),
      ValidateNested({ each: true, ...said('有一项不正确', 'an item is wrong') }),
      Type(() => itemClass),
    ],
    { itemClass },
  );
};

export const group = (itemClass: new () => object, options: Options): PropertyDecorator =>
  field('group', options, [ValidateNested(said('内容不正确', 'is wrong')), Type(() => itemClass)], { itemClass });

/** A value of whatever kind the corrected field has; the decision checks it. */
export const anything = (options: Options): PropertyDecorator => field('any', options, [Allow()]);

/** What is wrong with one field, where, in both languages. */
export interface FieldError extends Sentence {
  readonly field: string;
  readonly code: string;
}

/** A command whose fields are wrong: nothing was decided. */
export class InvalidCommand extends Error {
  override readonly name = 'InvalidCommand';
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, en }) => `${field}: ${en}`).join('; '));
  }
}

const flatten = (errors: readonly ValidationError[], path = ''): FieldError[] =>
  errors.flatMap((error) => {
    const where = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.keys(error.constraints ?? {})
      .filter((name) => name !== 'nestedValidation' || !error.children?.length)
      .slice(0, 1)
      .map((name): FieldError => {
        const sentence = (error.contexts?.[name] ??
          (name === 'whitelistValidation'
            ? { zh: '没有这个字段', en: 'is not a field of this command' }
            : { zh: '不正确', en: 'is wrong' })) as Sentence;
        return {
          field: where,
          code: name === 'whitelistValidation' ? 'unknown-field' : 'invalid-field',
          zh: sentence.zh,
          en: sentence.en,
        };
      });
    return [...own, ...flatten(error.children ?? [], where)];
  });

const nullable = new WeakMap<object, readonly Field[]>(); // the fields of a class, gathered once: every command passes here

const saidNothing = (fields: readonly Field[], body: object): object => {
  let rest = body as Record<string, unknown>;
  for (const { name, kind, required, of } of fields) {
    const value = rest[name];
    if (value === null && !required && kind !== 'any') {
      const { [name]: _nothing, ...others } = rest;
      rest = others;
    } else if (of !== undefined && Array.isArray(value))
      rest = { ...rest, [name]: value.map((item: unknown) => (isObject(item) ? saidNothing(of, item) : item)) };
    else if (of !== undefined && isObject(value)) rest = { ...rest, [name]: saidNothing(of, value) };
  }
  return rest;
};
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `body` without the optional fields that are null: forms and scripts write null for "nothing said", and no rule should have to know. */
const withoutNulls = (commandClass: abstract new () => object, body: object): object => {
  let fields = nullable.get(commandClass);
  if (fields === undefined) nullable.set(commandClass, (fields = fieldsOf(commandClass)));
  return saidNothing(fields, body);
};

/** A plain body as a command, or InvalidCommand naming every wrong field. Unknown fields are refused, not dropped: a typing error must not vanish. */
export const readCommand = <C extends object>(commandClass: new () => C, body: unknown): C => {
  if (!isObject(body))
    throw new InvalidCommand([
      { field: '', code: 'invalid-body', zh: '命令必须是一个对象', en: 'a command must be an object' },
    ]);
  const command = plainToInstance(commandClass, withoutNulls(commandClass, body), { exposeDefaultValues: true });
  const errors = validateSync(command, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw new InvalidCommand(flatten(errors));
  return command;
};
