import { Input, InputNumber, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { choiceWord } from '../../words/choice-words.ts';
import { CLOCKS, useWords, WORDS } from '../../words/words.ts';
import { moneyTyped, type TypedMoney } from '../money.ts';
import type { Field } from './field-values.ts';
import { SIDES } from './form-words.ts';
import { MoneyEntry } from './money-entry.tsx';
import { PeoplePicker, PersonPicker } from './pickers.tsx';
import { DateEntry, DigestEntry, SideEntry } from './plain-entries.tsx';

const PAST_ONLY: readonly string[] = ['occurredOn', 'rateOn'];
const SEPARATORS = [',', '，', '、', ';', '；'];

/** How a field without a picker of its own is filled in. */
export const PlainField = ({ field, foreign, ...entered }: { field: Field; foreign: boolean }) => {
  const { t, say } = useWords();
  const choices = (field.choices ?? []).map((value) => ({
    value,
    label: say(choiceWord(field.name, value) ?? CLOCKS[value], value),
  }));
  switch (field.kind) {
    case 'money':
      return <MoneyEntry {...entered} foreign={foreign} />;
    case 'day':
    case 'month':
      return <DateEntry {...entered} picker={field.kind} past={PAST_ONLY.includes(field.name)} />;
    case 'flag':
      return <SideEntry {...entered} sides={SIDES[field.name] ?? [WORDS.yes, WORDS.no]} />;
    case 'choice':
      return (
        <Select
          {...entered}
          options={choices}
          allowClear
          placeholder={t('chooseOne')}
          showSearch={{ optionFilterProp: 'label' }}
        />
      );
    case 'texts':
      return (
        <Select
          {...entered}
          mode="tags"
          tokenSeparators={SEPARATORS}
          placeholder={t(choices.length > 0 ? 'chooseOne' : 'manyOf')}
          {...(choices.length > 0 ? { options: choices } : { open: false })}
        />
      );
    case 'long-text':
      return <Input.TextArea {...entered} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={field.max ?? 4000} />;
    case 'integer':
      return <InputNumber {...entered} className="whole-width" precision={0} />;
    case 'person':
      return <PersonPicker {...entered} />;
    case 'persons':
      return <PeoplePicker {...entered} />;
    default:
      return field.name === 'sha256' ? (
        <DigestEntry {...entered} />
      ) : (
        <Input {...entered} inputMode={field.kind === 'decimal' ? 'decimal' : 'text'} maxLength={field.max ?? 300} />
      );
  }
};

/** What must hold before a field is sent; the server says the rest. */
export const useRules = (field: Field): Rule[] => {
  const { t } = useWords();
  return [
    ...(field.required
      ? [{ required: true, message: t('required'), ...(field.kind === 'text' ? { whitespace: true } : {}) }]
      : []),
    ...(field.kind === 'money'
      ? [
          {
            validator: async (_rule: unknown, value?: TypedMoney) => {
              if (value && value.typed !== '' && moneyTyped(value) === null) throw new Error(t('notAnAmount'));
            },
          },
        ]
      : []),
  ];
};
