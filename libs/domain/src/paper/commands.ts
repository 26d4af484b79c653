import * as field from '../fields/kinds.ts';

/** What is said of a file beside the file itself. */
export class AttachPaper {
  @field.text({ zh: '材料种类', en: 'Kind of paper', optional: true, max: 100 }) kind?: string;
}
