import type { FieldName } from './field-names.ts';
import { normalised, type Header } from './headers.ts';
import type { Recognised } from './recognise.ts';

const SIGNED = /(已?签约|签订(合同|协议))(的)?(重点|招商|产业|亿元)?(项目|台账|清单|名单|一览|情况|库|表)/;
const STARTED = /((已)?开工|在建|投产)(的)?(重点|招商|产业|亿元)?(项目|台账|清单|名单|一览|情况|库|表)/;
const OTHERS = /拟|未|在谈|洽谈|意向|预|下月|储备|框架|线索|率|计划/;

/** What the title of a list says of all projects in it; null where it says nothing, or too much. */
export const stageOfTitle = (title: string): 'signed' | 'started' | null =>
  OTHERS.test(title) ? null : STARTED.test(title) ? 'started' : SIGNED.test(title) ? 'signed' : null;

const SOME_DAY = /^(时间|日期)$/;
const DAYS: readonly FieldName[] = ['signedOn', 'startOn', 'agreedStart', 'plannedStart', 'openedOn', 'landedOn'];

/** 时间 and nothing else, in a list of the signed, is the day of signing; in one of those started, of the start. */
export const dayByTitle = (found: Recognised, headers: readonly Header[], title: string): Recognised => {
  const stage = found.kind === 'projects' ? stageOfTitle(title) : null;
  const has = (fields: readonly FieldName[]): boolean => found.columns.some(({ field }) => fields.includes(field));
  if (stage === null || has(DAYS) || has(['progress'])) return found;
  const saysLittle = headers.filter(({ path }) => path.every((text) => SOME_DAY.test(normalised(text))));
  const [only, second] = found.columns.filter(
    ({ field, column }) => field === 'progressOn' && saysLittle.some((one) => one.column === column),
  );
  if (only === undefined || second !== undefined) return found;
  const field = stage === 'signed' ? 'signedOn' : 'startOn';
  return { ...found, columns: found.columns.map((one) => (one === only ? { ...one, field } : one)) };
};
