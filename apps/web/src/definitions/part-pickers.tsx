import { Form } from 'antd';
import { DICTIONARY } from '../generated/words.ts';
import { useDefinitions } from '../numbers/use-definitions.ts';
import { ManyPicker, OnePicker, type Picked } from '../parts/form/pickers.tsx';
import type { Pickers } from '../parts/form/field-values.ts';
import { useWords, type Sentence } from '../words/words.ts';
import { SCOPE_CHOICES } from './definition-words.ts';

type Words = Readonly<Record<string, Sentence>>;

const useOptions = () => {
  const { say } = useWords();
  return (words: Words, some: readonly string[] = Object.keys(words)) =>
    some.map((value) => ({ value, label: say(words[value], value) }));
};

const Choice = ({ of, ...picked }: Picked<string> & { of: Words }) => (
  <OnePicker {...picked} options={useOptions()(of)} />
);

/** What may be asked of that which is counted, in the same part of the formula. */
const useAskable = (id: string | undefined) => {
  const form = Form.useFormInstance();
  const path = id?.includes('denominator') === true ? ['denominator', 'of'] : ['of'];
  const of: unknown = Form.useWatch(path, { form, preserve: true });
  return useDefinitions().data?.askable[of as string];
};

const WindowPicker = (picked: Picked<string>) => (
  <OnePicker {...picked} options={useOptions()(DICTIONARY.windows, useAskable(picked.id)?.windows ?? [])} />
);
const WherePicker = (picked: Picked<string[]>) => (
  <ManyPicker {...picked} options={useOptions()(DICTIONARY.conditions, useAskable(picked.id)?.where ?? [])} />
);
const OriginsPicker = (picked: Picked<string[]>) => (
  <ManyPicker {...picked} options={useOptions()(DICTIONARY.origins)} />
);

/** How each field of a scope is chosen. */
export const SCOPE_PICKERS: Pickers = {
  terminated: <Choice of={SCOPE_CHOICES.terminated} />,
  carriedOver: <Choice of={SCOPE_CHOICES.carriedOver} />,
  contract: <Choice of={SCOPE_CHOICES.contract} />,
  window: <Choice of={SCOPE_CHOICES.window} />,
  comparable: <Choice of={SCOPE_CHOICES.comparable} />,
  curve: <Choice of={SCOPE_CHOICES.curve} />,
  roundingMode: <Choice of={SCOPE_CHOICES.roundingMode} />,
  boundary: <OriginsPicker />,
};

/** How each field of a metric is chosen. */
export const METRIC_PICKERS: Pickers = {
  of: <Choice of={DICTIONARY.countables} />,
  measure: <Choice of={SCOPE_CHOICES.measure} />,
  window: <WindowPicker />,
  where: <WherePicker />,
  field: <Choice of={DICTIONARY.filters} />,
};
