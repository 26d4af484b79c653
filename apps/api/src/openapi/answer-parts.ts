import { COLOURS } from '#domain';
import { count, day, listOf, object, oneOf, orNull, text, type Schema } from './schema.ts';

/** What several answers are made of. */
export const colour = oneOf(...COLOURS);
export const sentence = object({ zh: text, en: text });
export const unit = object({ code: orNull(text), name: text });
export const person = object({ id: orNull(text), name: text }); // id null: a name as it was written
export const projectName = object({ id: text, code: text, name: text });
export const namedVersion = object({ name: text, version: count }); // a definition or a board, in one of its versions
/** Who is told: a person, a unit, or whoever bears a role. */
export const addressees = listOf(object({ unit: orNull(text), role: text, person: orNull(text), 'id?': text }));
export const toldNotice = object({
  rung: text,
  'recurrence?': { type: 'integer' },
  on: day,
  sendOn: day,
  to: addressees,
});

/** What a fact says. Each kind of event in each of its versions has a shape of its own, which the catalogue publishes. */
export const factData: Schema = {
  type: 'object',
  additionalProperties: true,
  description: '各类事件的格式见 /api/catalogue/{type} · the shape of each kind of event: /api/catalogue/{type}',
};
