import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { OfSheet } from '../judge/checks.ts';
import type { Stage } from './meanings.ts';

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
const SIGNED = /(已?签约|签订(合同|协议))(的)?(重点|招商|产业|亿元)?(项目|台账|清单|一览|情况|库|表)/;
const STARTED = /((已)?开工|在建|投产)(的)?(重点|招商|产业|亿元)?(项目|台账|清单|一览|情况|库|表)/;
const OTHERS = /拟|未|在谈|洽谈|意向|预|下月|储备|框架|线索|率|计划/;

/** How far a title says that all its rows are: the signed, the started; null where it says neither. */
export const stageBy = (title: string): Stage | null =>
  OTHERS.test(title) ? null : STARTED.test(title) ? 'started' : SIGNED.test(title) ? 'signed' : null;

/** What a sheet says about all its rows: a list of the signed whose columns name no day of signing says that they are signed, and not when. */
export const toldBy = (name: string, { kind, columns, title }: Layout): OfSheet => {
  const says = columns.some(({ field }) => SAY.includes(field));
  const whole = `${title} ${name}`.trim();
  return {
    regions: columns.some(({ field }) => field === 'region'),
    stage: kind === 'projects' && !says ? stageBy(whole) : null,
    title: whole,
    width: columns.length,
  };
};
