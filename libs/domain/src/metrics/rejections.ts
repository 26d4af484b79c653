import { rejecting, rejectingWrong, type Sentence } from '../rejected.ts';

/** Every rule of definitions that can say no, and what the user is told. */
const DEFINITION_REJECTIONS = {
  'definition-invalid': { zh: '口径有误：', en: 'The definition is wrong:' },
  'definition-draft-unknown': { zh: '没有这份口径草案。', en: 'There is no such draft of a definition.' },
  'definition-draft-published': { zh: '这份口径草案已经发布。', en: 'This draft was published already.' },
} as const satisfies Record<string, Sentence>;
export type DefinitionRejectionCode = keyof typeof DEFINITION_REJECTIONS;

export const rejectDefinition = rejecting(DEFINITION_REJECTIONS);
/** Throws Rejected 'definition-invalid' that names the field and what is wrong with it. */
export const refuseDefinition = rejectingWrong(DEFINITION_REJECTIONS, 'definition-invalid');
