import { fieldsOf, type Field } from '#domain';

/** A JSON schema as OpenAPI 3 writes it. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly enum?: string[];
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly additionalProperties?: boolean | Schema;
  readonly nullable?: boolean;
  readonly oneOf?: Schema[];
  readonly anyOf?: Schema[];
  readonly allOf?: Schema[];
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
}

export const ref = (name: string): Schema & { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });
export const text: Schema = { type: 'string' };
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
/** A value that has one of these shapes. */
export const anyOf = (...shapes: readonly Schema[]): Schema => ({ anyOf: [...shapes] });
export const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });
export const orNull = (schema: Schema): Schema =>
  schema.$ref === undefined ? { ...schema, nullable: true } : { allOf: [schema], nullable: true };
/** An object with exactly these fields; a name that ends in "?" may be absent. */
export const object = (fields: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(fields).filter((name) => !name.endsWith('?')),
  properties: Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
});

/** Who recorded something: the login, and the person's name beside it (accounts/names.interceptor.ts). */
export const actor: Schema = object({ user: text, name: text, unit: orNull(text) });

const valueOf = ({ kind, max, blank, choices, of = [] }: Field): Schema => {
  const most = max === undefined ? {} : { maxLength: max };
  switch (kind) {
    case 'text':
    case 'long-text':
    case 'person':
      return { type: 'string', ...(blank === true ? {} : { minLength: 1 }), ...most };
    case 'day':
      return day;
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
    case 'decimal':
      return { type: 'string', pattern: '^-?\\d{1,18}(\\.\\d{1,4})?$' };
    case 'money':
      return ref('Money');
    case 'integer':
      return { type: 'integer', ...(max === undefined ? {} : { maximum: max }) };
    case 'flag':
      return flag;
    case 'choice':
      return oneOf(...(choices ?? []));
    case 'texts':
      return {
        type: 'array',
        items: choices === undefined ? { type: 'string', minLength: 1, maxLength: 200 } : oneOf(...choices),
        ...(max === undefined ? {} : { maxItems: max }),
      };
    case 'list':
      return { type: 'array', items: objectOf(of), ...(max === undefined ? {} : { maxItems: max }) };
    case 'group':
      return objectOf(of);
    case 'any': // the value of another field, which says what it is
      return {};
  }
};

/** The schema of one declared field. */
export const schemaOf = (field: Field): Schema => valueOf(field);

const labelled = (field: Field): Schema => {
  const schema = valueOf(field);
  const label = { title: field.label.en, description: field.label.zh };
  return schema.$ref === undefined ? { ...schema, ...label } : { allOf: [schema], ...label };
};

const objectOf = (fields: readonly Field[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(fields.map((field) => [field.name, labelled(field)])),
  ...(fields.some(({ required }) => required)
    ? { required: fields.filter(({ required }) => required).map(({ name }) => name) }
    : {}),
});

/** The schema of a command class, from the same declarations that validate it. */
export const commandSchema = (commandClass: abstract new () => object): Schema => objectOf(fieldsOf(commandClass));
