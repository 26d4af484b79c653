import { GROUPS } from '#office';
import { colour } from './answer-parts.ts';
import { count, flag, listOf, object, oneOf, orNull, text, type Schema } from './schema.ts';

const asked: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    unit: text,
    where: listOf(text),
    colour: listOf(colour),
    q: text,
    sort: text,
    group: oneOf(...GROUPS),
    columns: listOf(text),
  },
};

/** Views of lists that somebody saved. `asked`: as the list is asked for them. */
export const VIEW_ANSWERS: Readonly<Record<string, Schema>> = {
  Views: object({
    version: count,
    views: listOf(
      object({
        view: text,
        title: text,
        list: text,
        asked,
        reach: oneOf('own', 'unit', 'all'),
        unit: orNull(text),
        by: text,
        byName: text,
        own: flag,
        removable: flag,
      }),
    ),
  }),
};
