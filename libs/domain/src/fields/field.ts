import type { Sentence } from '../rejected.ts';

/** One field of a command, declared once: the validation, the OpenAPI schema and the form on the page come from it (README, "One door for values"). */
export interface Field {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'person'
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
  readonly neededWith?: string; // of a required field within an optional group: the group. Required only where that group is given
  readonly max?: number; // longest text, most items, largest integer
  readonly blank?: boolean; // an empty text, too, says something
  readonly choices?: readonly string[];
  readonly of?: readonly Field[]; // the fields of each item of a list, or of a group
}

/** What a value must be, and what is said where it is not. */
export interface Rule extends Sentence {
  readonly name: string;
  readonly holds: (value: unknown) => boolean;
  readonly each?: true; // of each item of a list
}

export type Declared = Field & { readonly rules: readonly Rule[]; readonly itemClass?: new () => object };

const declared = new WeakMap<object, Declared[]>();

export const declare = (target: object, field: Declared): void => {
  declared.set(target, [...(declared.get(target) ?? []), field]);
};

const neededWithin = (group: Declared, inner: readonly Field[]): readonly Field[] =>
  group.kind === 'group' && !group.required
    ? inner.map((field) => (field.required ? { ...field, neededWith: group.name } : field))
    : inner;

const whole = new WeakMap<object, readonly Declared[]>(); // once a class: every command passes here
const gathered = new WeakMap<object, readonly Field[]>();

/** The fields of a command class with their rules, those of its parent class last. */
export const declaredIn = (commandClass: abstract new () => object): readonly Declared[] => {
  const known = whole.get(commandClass);
  if (known !== undefined) return known;
  const fields: Declared[] = [];
  for (
    let prototype = commandClass.prototype as object;
    prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  )
    fields.push(...(declared.get(prototype) ?? []));
  whole.set(commandClass, fields);
  return fields;
};

const gather = (commandClass: abstract new () => object): readonly Field[] =>
  declaredIn(commandClass).map((own) => {
    const { itemClass, rules: _rules, ...field } = own;
    return itemClass ? { ...field, of: neededWithin(own, fieldsOf(itemClass)) } : field;
  });

/** The fields of a command class, those of its parent class last. */
export const fieldsOf = (commandClass: abstract new () => object): readonly Field[] => {
  let fields = gathered.get(commandClass);
  if (fields === undefined) {
    fields = gather(commandClass);
    gathered.set(commandClass, fields);
  }
  return fields;
};
