interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly nullable?: boolean;
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}
export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/,
};

const isA = (type: string, value: unknown): boolean => {
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
};

/** Every place where `value` is not what the OpenAPI schema says, as "path: what". Knows the words that our document uses. */
export const mismatches = (value: unknown, schema: Schema, schemas: Schemas, path = '$'): readonly string[] => {
  if (value === null && schema.nullable === true) return [];
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.split('/').at(-1)!];
    return named === undefined ? [`${path}: no schema ${schema.$ref}`] : mismatches(value, named, schemas, path);
  }
  if (schema.allOf !== undefined) return schema.allOf.flatMap((one) => mismatches(value, one, schemas, path));
  if (schema.anyOf !== undefined) {
    const tried = schema.anyOf.map((one) => mismatches(value, one, schemas, path));
    return tried.some((wrong) => wrong.length === 0) ? [] : [`${path}: fits none of its shapes`, ...tried.flat()];
  }
  if ('const' in schema && schema.const !== value) return [`${path}: ${JSON.stringify(value)} is not what it must be`];
  if (schema.enum !== undefined && !schema.enum.includes(value as string))
    return [`${path}: ${String(value)} is not in the enumeration`];
  if (schema.type === undefined) return [];
  if (!isA(schema.type, value)) return [`${path}: ${JSON.stringify(value)?.slice(0, 60)} is no ${schema.type}`];
  const shape = schema.pattern === undefined ? FORMATS[schema.format ?? ''] : new RegExp(schema.pattern);
  if (shape !== undefined && typeof value === 'string' && !shape.test(value))
    return [`${path}: ${value} is no ${schema.format ?? schema.pattern}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => mismatches(item, schema.items ?? {}, schemas, `${path}[${index}]`));
  if (schema.type !== 'object') return [];
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const fields = value as Record<string, unknown>;
  return [
    ...required.filter((name) => !(name in fields)).map((name) => `${path}.${name}: missing`),
    ...Object.entries(fields).flatMap(([name, one]) => {
      const known = properties[name];
      if (known !== undefined) return mismatches(one, known, schemas, `${path}.${name}`);
      if (additionalProperties === false) return [`${path}.${name}: not in the document`];
      return additionalProperties === true ? [] : mismatches(one, additionalProperties, schemas, `${path}.${name}`);
    }),
  ];
};
