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
  'openedOn',
  'negotiationClass',
  'plannedSigning',
];

/** Of these a list of the signed still says nothing of its signings. */
const SAY_LATER: readonly FieldName[] = ['startOn', 'saidStarted', 'landedOn'];

/** What a sheet says about all its rows: a list of the signed whose columns name no day of signing says that they are signed, and not when. */
export const toldBy = (name: string, { kind, columns, title }: Layout): OfSheet => {
  const whole = `${title} ${name}`.trim();
  const stage = kind === 'projects' ? stageOfTitle(whole) : null;
  const says = columns.some(({ field }) => SAY.includes(field) && !(stage === 'signed' && SAY_LATER.includes(field)));
  return {
    regions: columns.some(({ field }) => field === 'region'),
    stage: says ? null : stage,
    title: whole,
    width: columns.length,
    own: columns.filter(({ field }) => isOfItsOwn(field)).length,
  };
};
