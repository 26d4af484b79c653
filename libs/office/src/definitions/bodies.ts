import { field } from '#domain';
import { INDICATORS_BY, FiguresQuery } from '../numbers/queries.ts';

const DOCUMENT = { zh: '口径（与 definition show 同形）', en: 'The definition, in the shape of GET /api/definitions' };

export class DraftDefinition {
  @field.anything(DOCUMENT) definition!: unknown;
  @field.text({ zh: '说明', en: 'What it is for', optional: true, max: 1000 }) note?: string;
}
export class PublishDefinition {
  @field.anything(DOCUMENT) definition!: unknown;
}
/** A document or the number of a draft, laid over the figures of a period. */
export class ReplayDefinition extends FiguresQuery {
  @field.anything({ ...DOCUMENT, optional: true }) document?: unknown;
  @field.integer({ zh: '草案号', en: 'Number of a draft', optional: true, min: 1 }) draft?: number;
  @field.choice(INDICATORS_BY, { zh: '按', en: 'By', optional: true }) by?: (typeof INDICATORS_BY)[number];
}

export const DEFINITION_BODIES: readonly (new () => object)[] = [DraftDefinition, PublishDefinition, ReplayDefinition];
