import { ANALYSIS_ANSWERS } from './analysis-answers.ts';
import { AUDIT_ANSWERS } from './audit-answers.ts';
import { CATALOGUE_ANSWERS } from './catalogue-answers.ts';
import { COCKPIT_ANSWERS } from './cockpit-answers.ts';
import { BOARD_ANSWERS } from './board-answers.ts';
import { BORDERS_ANSWERS } from './borders-answers.ts';
import { LAYOUT_ANSWERS } from './layout-answers.ts';
import { DEFINITION_ANSWERS } from './definition-answers.ts';
import { FIGURE_ANSWERS } from './figure-answers.ts';
import { FRAME_ANSWERS } from './frame-answers.ts';
import { IMPORT_ANSWERS } from './import-answers.ts';
import { IMPORT_REPORT } from './import-report.ts';
import { POLICY_ANSWERS } from './policy-answers.ts';
import { PROJECT_ANSWERS } from './project-answers.ts';
import { REPORT_ANSWERS } from './report-answers.ts';
import { text, type Schema } from './schema.ts';
import { SUPERVISION_ANSWERS } from './supervision-answers.ts';
import { VIEW_ANSWERS } from './view-answers.ts';

/** Shapes of answers that more than one route gives or that a client wants a name for. The command line prints lists, histories and explanations in the same shapes. */
export const ANSWERS: Readonly<Record<string, Schema>> = {
  ...FRAME_ANSWERS,
  ...PROJECT_ANSWERS,
  ...IMPORT_ANSWERS,
  ...IMPORT_REPORT,
  ...SUPERVISION_ANSWERS,
  ...AUDIT_ANSWERS,
  ...CATALOGUE_ANSWERS,
  ...COCKPIT_ANSWERS,
  ...FIGURE_ANSWERS,
  ...ANALYSIS_ANSWERS,
  ...REPORT_ANSWERS,
  ...DEFINITION_ANSWERS,
  ...BOARD_ANSWERS,
  ...POLICY_ANSWERS,
  ...VIEW_ANSWERS,
  ...BORDERS_ANSWERS,
  ...LAYOUT_ANSWERS,
  Health: { type: 'object', additionalProperties: true, required: ['status'], properties: { status: text } },
};
