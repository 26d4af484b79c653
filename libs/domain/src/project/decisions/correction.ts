import { isIsoDate } from '../../dates.ts';
import { fieldsOf } from '../../fields/field.ts';
import { PROJECT_COMMANDS } from '../commands.ts';
import { creates, type Placed } from '../corrections.ts';
import { reject } from '../rejections.ts';
import type { Decisions } from './decision.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const targetOf = (history: readonly Placed[], version: number): Placed => {
  const target = history.find((event) => event.version === version) ?? reject('fact-unknown', 'target');
  if (history.some((event) => event.type === 'FactVoided' && event.data.target === version))
    reject('fact-voided', 'target');
  return target;
};

/** The value that the fact now holds: as written, or as it was last corrected. */
const valueNow = (history: readonly Placed[], target: Placed, field: string): unknown => {
  const correction = history.findLast(
    (event) => event.type === 'FactCorrected' && event.data.target === target.version && event.data.field === field,
  );
  if (correction?.type === 'FactCorrected') return correction.data.to;
  return field === 'occurredOn' ? target.occurredOn : (target.data as Record<string, unknown>)[field];
};

/** Every field that a fact may have: those that commands ask for. */
let known: ReadonlySet<string> | null = null;
const isField = (field: string): boolean =>
  (known ??= new Set(
    Object.values(PROJECT_COMMANDS).flatMap((command) => fieldsOf(command).map(({ name }) => name)),
  )).has(field);

/** A corrected value keeps the kind of the value that it replaces: text stays text, a day stays a day, money stays money. */
const keepsKind = (from: unknown, to: unknown): boolean => {
  if (to === null || to === undefined) return true; // the field is taken away
  if (from === null || from === undefined) return typeof to !== 'number';
  if (typeof from === 'string' && isIsoDate(from)) return typeof to === 'string' && isIsoDate(to);
  if (typeof from !== 'object') return typeof from === typeof to;
  return (
    typeof to === 'object' &&
    same(Object.keys(from).sort(), Object.keys(to).sort()) &&
    Object.entries(from).every(([key, value]) => typeof value === typeof (to as Record<string, unknown>)[key])
  );
};

export const CORRECTION: Decisions<'CorrectFact' | 'VoidFact'> = {
  CorrectFact: ({ target: version, field, from, to, reason, approver }, _project, on, { today }, history) => {
    if (!approver) reject('approver-required', 'approver');
    const target = targetOf(history, version);
    if (target.type === 'FactCorrected' || target.type === 'FactVoided') reject('fact-unknown', 'target');
    if (field !== 'occurredOn' && !Object.hasOwn(target.data, field) && !isField(field))
      reject('field-unknown', 'field');
    const now = valueNow(history, target, field);
    if (same(now, to)) return [];
    if (!same(now, from)) reject('field-differs', 'from');
    if (!keepsKind(now, to)) reject('correction-invalid', 'to');
    if (field === 'occurredOn' && (to === null || to === undefined)) reject('correction-invalid', 'to');
    if (field === 'occurredOn' && (to as string) > today) reject('occurred-in-future', 'to');
    return [
      {
        type: 'FactCorrected',
        occurredOn: on,
        data: { target: version, field, from: from ?? null, to: to ?? null, reason },
      },
    ];
  },
  VoidFact: ({ target: version, reason }, _project, on, _circumstances, history) => {
    const target = targetOf(history, version);
    if (creates(target)) reject('fact-creates-project', 'target');
    return [{ type: 'FactVoided', occurredOn: on, data: { target: version, reason } }];
  },
};
