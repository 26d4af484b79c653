export * from './clocks/names.ts';
export * from './dates.ts';
export type { Decider } from './decider.ts';
export type * from './event.ts';
export * as field from './fields.ts';
export { fieldsOf, InvalidCommand, readCommand, type Field, type FieldError } from './fields.ts';
export * from './money.ts';
export * from './project/index.ts';
export { Rejected, type Sentence } from './rejected.ts';
