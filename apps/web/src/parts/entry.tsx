import { Button, DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { Field } from './field-values.ts';
import { CHOICES } from '../words/supervision-words.ts';
import { CLOCKS, fromWan, useWords } from '../words/words.ts';

/** Ways to choose a value instead of typing it, by the name of the field. */
export type Pickers = Readonly<Record<string, ReactNode>>;

/** One field of a command's form. */
export const Entry = ({ field, path, pickers }: { field: Field; path: (string | number)[]; pickers: Pickers }) => {
  const { t, say } = useWords();
  const name = [...path, field.name];
  const label = field.kind === 'money' ? `${say(field.label)}（万元）` : say(field.label);
  const rules = [
    ...(field.required ? [{ required: true, message: t('required') }] : []),
    ...(field.kind === 'money'
      ? [
          {
            validator: async (_rule: unknown, value?: string) => {
              if (value && fromWan(value) === null) throw new Error('12345.67');
            },
          },
        ]
      : []),
  ];
  const inner = (field.of ?? []) as Field[];
  if (field.kind === 'list')
    return (
      <Form.Item label={label} required={field.required}>
        <Form.List name={name}>
          {(items, { add, remove }) => (
            <>
              {items.map(({ key, name: index }) => (
                <div key={key} style={{ border: '1px solid #d5dedb', padding: 8, marginBottom: 8, borderRadius: 4 }}>
                  {inner.map((one) => (
                    <Entry key={one.name} field={one} path={[index]} pickers={pickers} />
                  ))}
                  <Button
                    size="small"
                    onClick={() => {
                      remove(index);
                    }}
                  >
                    ×
                  </Button>
                </div>
              ))}
              <Button
                size="small"
                onClick={() => {
                  add({});
                }}
              >
                {t('add')}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    );
  if (field.kind === 'group')
    return (
      <fieldset style={{ border: '1px solid #d5dedb', marginBottom: 12 }}>
        <legend>{label}</legend>
        {inner.map((one) => (
          <Entry key={one.name} field={one} path={name} pickers={pickers} />
        ))}
      </fieldset>
    );
  const choices = (field.choices ?? []).map((value) => ({ value, label: say(CHOICES[value] ?? CLOCKS[value], value) }));
  return (
    <Form.Item
      name={name}
      label={label}
      rules={rules}
      {...(field.kind === 'flag' ? { valuePropName: 'checked', initialValue: false } : {})}
    >
      {pickers[field.name] ??
        (field.kind === 'day' ? (
          <DatePicker
            style={{ width: '100%' }}
            maxDate={field.name === 'occurredOn' ? dayjs() : (undefined as unknown as Dayjs)}
          />
        ) : field.kind === 'month' ? (
          <DatePicker picker="month" style={{ width: '100%' }} />
        ) : field.kind === 'long-text' ? (
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={field.max ?? 4000} />
        ) : field.kind === 'choice' ? (
          <Select options={choices} allowClear />
        ) : field.kind === 'texts' ? (
          <Select
            mode="tags"
            tokenSeparators={[',', '，', '、', ';']}
            {...(choices.length > 0 ? { options: choices } : { open: false })}
          />
        ) : field.kind === 'flag' ? (
          <Switch checkedChildren={t('yes')} unCheckedChildren={t('no')} />
        ) : field.kind === 'integer' ? (
          <InputNumber style={{ width: '100%' }} precision={0} />
        ) : (
          <Input
            inputMode={field.kind === 'money' || field.kind === 'decimal' ? 'decimal' : 'text'}
            maxLength={field.max ?? 300}
          />
        ))}
    </Form.Item>
  );
};
