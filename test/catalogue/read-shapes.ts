import { join } from 'node:path';
import ts from 'typescript';
import type { Shape } from '../../libs/office/src/catalogue/shape.ts';

const ROOT = join(__dirname, '../..');
const STORED = join(ROOT, 'libs/office/src/catalogue/stored-event.ts');
const ENVELOPE = join(ROOT, 'libs/office/src/feed/envelope.ts');

/** Types whose values are narrower than their TypeScript says. */
const BRANDED: Readonly<Record<string, Shape>> = {
  IsoDate: { type: 'string', format: 'date' },
  PersonId: { type: 'string', minLength: 1 },
};
const KNOWN: Readonly<Record<string, Shape>> = {
  Money: {
    type: 'object',
    properties: {
      amount: { type: 'string', pattern: '^-?\\d{1,30}\\.\\d{2}$' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  },
};

const nameOf = (type: ts.Type): string => (type.aliasSymbol ?? type.getSymbol())?.getName() ?? '';
const has = (type: ts.Type, flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0;

/** One of some words: shorter said in its place than defined. */
const isChoice = (type: ts.Type): boolean => type.isUnion() && type.types.every((one) => one.isStringLiteral());

const simple = (type: ts.Type): Shape | null => {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (has(type, ts.TypeFlags.BooleanLiteral))
    return { const: (type as { intrinsicName?: string }).intrinsicName === 'true' };
  if (has(type, ts.TypeFlags.Null)) return { type: 'null' };
  if (has(type, ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: 'string' };
  if (has(type, ts.TypeFlags.Number)) return { type: 'number' };
  if (has(type, ts.TypeFlags.Boolean)) return { type: 'boolean' };
  if (has(type, ts.TypeFlags.Unknown)) return {};
  if (has(type, ts.TypeFlags.NonPrimitive)) return { type: 'object' };
  return null;
};

/** Branches that are single values become one enumeration; true and false together are a flag. */
const joined = (branches: readonly Shape[]): Shape => {
  const values = branches.flatMap(({ const: value }) => (value === undefined ? [] : [value]));
  const others = branches.filter((one) => one.const === undefined);
  const flags = values.filter((value) => typeof value === 'boolean');
  const words = values.filter((value) => typeof value !== 'boolean').sort();
  const named: readonly Shape[] = words.length > 1 ? [{ enum: words }] : words.map((word) => ({ const: word }));
  const flag: readonly Shape[] = flags.length === 2 ? [{ type: 'boolean' }] : flags.map((one) => ({ const: one }));
  const all = [...named, ...flag, ...others];
  return all.length === 1 ? all[0]! : { anyOf: all };
};

/** A type of a name of its own, which a schema defines once: neither anonymous nor made of others (Omit, Partial). */
const ownName = (type: ts.Type): string | null => {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union | ts.TypeFlags.Intersection)) === 0) return null;
  if (type.aliasSymbol !== undefined) return type.aliasTypeArguments === undefined ? type.aliasSymbol.getName() : null;
  return type.isClassOrInterface() && (type.typeParameters ?? []).length === 0 ? nameOf(type) : null;
};

/** Reads the shapes of facts off the types that the program is checked with: the types are the storage format, and nothing says it a second time. */
const reader = (checker: ts.TypeChecker) => {
  let named = new Map<string, { readonly type: ts.Type; shape: Shape }>();

  const definition = (name: string, type: ts.Type): Shape => {
    const before = named.get(name);
    if (before !== undefined && before.type !== type) throw new Error(`two types of facts are called ${name}`);
    if (before === undefined) {
      const one = { type, shape: {} };
      named.set(name, one);
      one.shape = KNOWN[name] ?? whole(type);
    }
    return { $ref: `#/$defs/${name}` };
  };

  const union = (type: ts.UnionType): Shape =>
    joined(type.types.filter((one) => !has(one, ts.TypeFlags.Undefined)).map(shapeOf));

  const object = (type: ts.Type): Shape => {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = checker.getPropertiesOfType(type);
    const fields = properties.map(
      (property) => [property.getName(), shapeOf(checker.getTypeOfSymbol(property))] as const,
    );
    const required = properties
      .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
      .map((property) => property.getName())
      .sort();
    const others = index === undefined || has(index.type, ts.TypeFlags.Never) ? false : shapeOf(index.type);
    return {
      type: 'object',
      ...(fields.length === 0 ? {} : { properties: Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))) }),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: others,
    };
  };

  const shapeOf = (type: ts.Type): Shape => {
    if (BRANDED[nameOf(type)] !== undefined) return BRANDED[nameOf(type)]!;
    const name = checker.isArrayType(type) || isChoice(type) ? null : ownName(type);
    return name === null ? whole(type) : definition(name, type);
  };

  const whole = (type: ts.Type): Shape => {
    const plain = simple(type);
    if (plain !== null) return plain;
    if (type.isUnion()) return union(type);
    if (type.isIntersection() && type.types.some((one) => has(one, ts.TypeFlags.String))) return { type: 'string' };
    if (checker.isArrayType(type) || checker.isTupleType(type))
      return { type: 'array', items: joined(checker.getTypeArguments(type as ts.TypeReference).map(shapeOf)) };
    if (has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return object(type);
    throw new Error(`no fact may hold ${checker.typeToString(type)}: plain JSON only`);
  };

  /** The whole schema of a type, with the types that it names. */
  return (type: ts.Type): Shape => {
    named = new Map();
    const shape = whole(type);
    const defs = Object.fromEntries(
      [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, one.shape]),
    );
    return named.size === 0 ? shape : { ...shape, $defs: defs };
  };
};

const fieldOf = (checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type =>
  checker.getTypeOfSymbol(type.getProperty(name)!);

/** The envelope of the feed, and the shape of each fact's data as it is written today, by its type. */
export const shapesNow = (): { readonly envelope: Shape; readonly facts: ReadonlyMap<string, Shape> } => {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const files = [STORED, ENVELOPE];
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files }, ts.sys, ROOT);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const declared = (file: string, name: string): ts.Type => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    return checker.getDeclaredTypeOfSymbol(checker.getExportsOfModule(module).find((one) => one.getName() === name)!);
  };
  const shapeOf = reader(checker);
  const facts = (declared(STORED, 'StoredEvent') as ts.UnionType).types.map((fact) => {
    const { value } = fieldOf(checker, fact, 'type') as ts.StringLiteralType;
    return [value, shapeOf(fieldOf(checker, fact, 'data'))] as const;
  });
  return { envelope: shapeOf(declared(ENVELOPE, 'CloudEvent')), facts: new Map(facts) };
};
