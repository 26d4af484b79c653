import type { FormInstance } from 'antd';
import type { Problem } from '../../ask/api.ts';
import type { Language } from '../../words/words.ts';

type Path = (string | number)[];
const asPath = (field: string): Path => field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
const begins = (whole: Path, part: Path): boolean => part.every((one, index) => String(whole[index]) === String(one));

/**
 * Shows each refusal of the server at the entry that holds the refused field: the field itself, the entry that it is a part of, or the last entry inside it.
 * The sentence loses the path by which the server names the field, since the place says it.
 */
export const showRefused = (form: FormInstance, problem: Problem, language: Language): void => {
  const entries = form.getFieldsError().map(({ name }) => name);
  const shown = problem.errors.flatMap(({ field, ...sentence }) => {
    const path = asPath(field);
    const entry =
      entries.find((name) => begins(path, name) && name.length > 0) ?? entries.findLast((name) => begins(name, path));
    return entry === undefined ? [] : [{ name: entry, errors: [sentence[language].split(`${field} `).at(-1)!] }];
  });
  form.setFields(shown);
  if (shown[0]) form.scrollToField(shown[0].name, { block: 'center' });
};
