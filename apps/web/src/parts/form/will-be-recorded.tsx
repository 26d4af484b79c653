import { Form } from 'antd';
import { useContext } from 'react';
import { useFactWords } from '../fact-words.ts';
import { useWords, type Sentence } from '../../words/words.ts';
import { ChoiceNames } from './choice-names.ts';
import { asBody, type Field, type Values } from './field-values.ts';

/** What a form will record, as one sentence: the command, and each field with what was chosen or typed. */
export const WillBeRecorded = ({
  title,
  fields,
  body,
}: {
  title: Sentence;
  fields: readonly Field[];
  body: Values;
}) => {
  const { t, say, marks } = useWords();
  const { valueInWords } = useFactWords();
  const names = useContext(ChoiceNames);
  const called = (field: Field, value: unknown): string =>
    Array.isArray(value)
      ? value.map((one) => called(field, one)).join(marks.list)
      : ((typeof value === 'string' ? names.get(value) : undefined) ?? valueInWords(field.name, value));
  const said = fields
    .filter(({ name }) => body[name] !== undefined)
    .map((field) => ({ field, value: called(field, body[field.name]) }))
    .filter(({ value }) => value !== '') // a row of a list that was opened and not filled in
    .map(({ field, value }) => `${say(field.label)} ${value}`);
  return (
    <p className="space-above" data-testid="will-be-recorded">
      {t('willBeRecorded')}
      {marks.colon}
      <strong>{say(title)}</strong>
      {said.length > 0 && marks.comma + said.join(marks.semicolon)}
    </p>
  );
};

/** The same while the form is being filled in. */
export const Recording = ({ title, fields }: { title: Sentence; fields: readonly Field[] }) => {
  const values = Form.useWatch<Values>([], Form.useFormInstance<Values>()) as Values | undefined;
  return <WillBeRecorded title={title} fields={fields} body={asBody(fields, values ?? {})} />;
};
