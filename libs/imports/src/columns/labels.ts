import type { FieldName } from './field-names.ts';
import { headerOf, normalised } from './headers.ts';
import { matchColumns } from './match.ts';

const LONGEST = 20;
const SURE = 5;
const ANSWERS = /^(未|尚未|暂未|已|正在)/; // 未投产: what stands beside a label
const NAMES_SOMEBODY = /(局|委|委员会|管委会|办|办公室|中心|公司|集团|银行|院|镇|乡|街道|科|处)$/;
const MOST = 5_000;
const known = new Map<string, FieldName | null>();

const lookedUp = (plain: string, text: string): FieldName | null => {
  if (plain === '' || plain.length > LONGEST || ANSWERS.test(plain)) return null;
  return matchColumns([headerOf(0, text)], 'projects').find(({ weight }) => weight >= SURE)?.field ?? null;
};

/** The field that the words of a label or a head name; null where they name none. */
const fieldOf = (text: string): FieldName | null => {
  const plain = normalised(text);
  const before = known.get(plain);
  if (before !== undefined) return before;
  if (known.size > MOST) known.clear();
  const field = lookedUp(plain, text);
  known.set(plain, field);
  return field;
};

/** Whether a text names a field, as heads and labels do. */
export const isLabel = (text: string): boolean => fieldOf(text) !== null;

export const namesProject = (label: string): boolean => fieldOf(label) === 'name';

/** Whether a text that could be a label is the name that the label beside it asks for: 责任单位, 招商局. */
export const isNameFor = (label: string, text: string): boolean =>
  NAMES_SOMEBODY.test(text) && isLabel(text) && fieldOf(text) === fieldOf(label);
