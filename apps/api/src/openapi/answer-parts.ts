import { object, oneOf, orNull, text } from './schema.ts';

/** What several answers are made of. */
export const COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
export const colour = oneOf(...COLOURS);
export const sentence = object({ zh: text, en: text });
export const unit = object({ code: orNull(text), name: text });
export const person = object({ id: orNull(text), name: text }); // id null: a name as it was written
export const projectName = object({ id: text, code: text, name: text });
