import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Sentence } from '../rejected.ts';
import { admit, isObject, MOST_ERRORS } from './admit.ts';
import { fieldsOf, type Field } from './field.ts';
import { soundly } from './sound.ts';
import { InvalidCommand, wrongField, type FieldError } from './invalid.ts';

const MISSING: Sentence = { zh: '必填', en: 'is required' };

/** What is wrong with a field: what is not there is missed, whatever kind it should be of. */
const told = ({ value, contexts }: ValidationError, rule: string): Sentence | undefined =>
  value === undefined || value === null ? MISSING : (contexts?.[rule] as Sentence | undefined);

const flatten = (errors: readonly ValidationError[], path = ''): FieldError[] =>
  errors.flatMap((error) => {
    const where = path + error.property;
    const own = Object.keys(error.constraints ?? {})
      .filter((name) => name !== 'nestedValidation' || !error.children?.length)
      .slice(0, 1)
      .map((name) => wrongField(where, 'invalid-field', told(error, name)));
    return [...own, ...flatten(error.children ?? [], `${where}.`)];
  });

const read = <C extends object>(commandClass: new () => C, fields: readonly Field[], body: unknown): C => {
  if (!isObject(body)) throw new InvalidCommand([wrongField('', 'invalid-body')]);
  const found: FieldError[] = [];
  const admitted = admit(fields, body, found);
  if (found.length >= MOST_ERRORS) throw new InvalidCommand(found);
  const sound = found.length === 0 ? soundly(commandClass, admitted) : null;
  return sound ?? checked(commandClass, admitted, found);
};

/** The long way: class-validator says what is wrong with which field. */
export const checked = <C extends object>(commandClass: new () => C, admitted: object, found: FieldError[]): C => {
  const command = plainToInstance(commandClass, admitted, { exposeDefaultValues: true });
  const named = new Set(found.map(({ field }) => field));
  for (const error of flatten(validateSync(command, { forbidUnknownValues: true })))
    if (!named.has(error.field)) found.push(error);
  if (found.length > 0) throw new InvalidCommand(found.slice(0, MOST_ERRORS));
  return command;
};

/**
 * A plain body as a command: the one door for values from pages, scripts, workbooks and follow-ups (README, "One door for values"). InvalidCommand
 * names every wrong field, twenty at most. Unknown fields are refused, not dropped: a typing error must not vanish.
 */
export const readCommand = <C extends object>(commandClass: new () => C, body: unknown): C =>
  read(commandClass, fieldsOf(commandClass), body);

/**
 * One value as the field of that name takes it, undefined where it says nothing: a correction passes the same door as the command did.
 * Throws InvalidCommand, RangeError where the class has no such field.
 */
export const readField = (commandClass: new () => object, name: string, value: unknown): unknown => {
  const field = fieldsOf(commandClass).find((one) => one.name === name);
  if (field === undefined) throw new RangeError(`${commandClass.name} has no field ${name}`);
  const found: FieldError[] = [];
  const command = plainToInstance(commandClass, admit([field], { [name]: value }, found));
  const own = validateSync(command, { forbidUnknownValues: true }).filter(({ property }) => property === name);
  if (found.length === 0) found.push(...flatten(own));
  if (found.length > 0) throw new InvalidCommand(found.slice(0, MOST_ERRORS));
  return (command as Record<string, unknown>)[name];
};
