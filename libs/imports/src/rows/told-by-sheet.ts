import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import { stageOfTitle } from '../columns/stage-of-title.ts';
import { isOfItsOwn } from './passing.ts';
import type { OfSheet } from '../judge/checks.ts';

/** Columns that say of each row by itself how far it is. */
const SAY: readonly FieldName[] = [
  'signedOn',
  'saidSigned',
  'stage',
  'startOn',
  'saidStarted',
  'landedOn',
  'agreementKind',
  'openedOn',
  'negotiationClass',
  'plannedSigning',
];

/** What a sheet says about all its rows: a list of the signed whose columns name no day of signing says that they are signed, and not when. */
export const toldBy = (name: string, { kind, columns, title }: Layout): OfSheet => {
  const says = columns.some(({ field }) => SAY.includes(field));
  const whole = `${title} ${name}`.trim();
  return {
    regions: columns.some(({ field }) => field === 'region'),
    stage: kind === 'projects' && !says ? stageOfTitle(whole) : null,
    title: whole,
    width: columns.length,
    own: columns.filter(({ field }) => isOfItsOwn(field)).length,
  };
};
