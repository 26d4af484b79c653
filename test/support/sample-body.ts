/** The part of an OpenAPI document that a body is made from. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}
export interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

type Named = Readonly<Record<string, Schema>>;

/** What a reference stands for. */
export const resolved = (schema: Schema, named: Named): Schema => {
  if (schema.$ref !== undefined) return resolved(named[schema.$ref.split('/').at(-1)!] ?? {}, named);
  return schema.allOf?.[0] === undefined ? schema : resolved(schema.allOf[0], named);
};

const SCALARS: Readonly<Record<string, unknown>> = { integer: 1, number: 1, boolean: true };

const sample = (name: string, given: Schema, named: Named, n: number): unknown => {
  const schema = resolved(given, named);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === 'date') return '2026-03-02';
  if (schema.type === 'array') return [sample(name, schema.items ?? {}, named, n)];
  if (schema.properties !== undefined) return sampleOf(schema, named, n);
  if (name === 'amount') return '1000.00';
  if (name === 'currency') return 'CNY';
  return SCALARS[schema.type ?? ''] ?? `${name}-${n}`;
};

const sampleOf = (schema: Schema, named: Named, n: number): object =>
  Object.fromEntries(
    (schema.required ?? []).map((name) => [name, sample(name, schema.properties?.[name] ?? {}, named, n)]),
  );

/** A body with every field that a route requires, different for each `n`: as a form that was filled in hastily. */
export const sampleBody = ({ requestBody }: Operation, named: Named, n: number): object => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema === undefined ? {} : sampleOf(resolved(schema, named), named, n);
};
