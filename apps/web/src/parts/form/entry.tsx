import { Button, Form, Switch } from 'antd';
import { useWords } from '../../words/words.ts';
import { innerOf, type Field, type Pickers } from './field-values.ts';
import { PlainField, useRules } from './plain-field.tsx';
import { RowPath } from './row-of-list.ts';

type Path = readonly (string | number)[];

/** One field of a command's form. `path`: where it stands in the form's values; `foreign`: among the fields of foreign money. */
export const Entry = ({
  field,
  path = [],
  pickers,
  foreign = false,
}: {
  field: Field;
  path?: Path;
  pickers: Pickers;
  foreign?: boolean;
}) => {
  const { say } = useWords();
  const rules = useRules(field);
  const picker = pickers[field.name];
  if (field.kind === 'list' && picker === undefined) return <ListEntry field={field} path={path} pickers={pickers} />;
  if (field.kind === 'group') return <GroupEntry field={field} path={path} pickers={pickers} />;
  return (
    <Form.Item name={[...path, field.name]} label={say(field.label)} rules={rules}>
      {picker ?? <PlainField field={field} foreign={foreign} />}
    </Form.Item>
  );
};

interface Within {
  readonly field: Field;
  readonly path: Path;
  readonly pickers: Pickers;
}

/** Fields that belong together. A group that may be left out is opened first: what it requires is required only then. */
const GroupEntry = ({ field, path, pickers }: Within) => {
  const { t, say } = useWords();
  const form = Form.useFormInstance();
  const name = [...path, field.name];
  const value: unknown = Form.useWatch(name, { form, preserve: true });
  const open = field.required || value !== undefined;
  return (
    <fieldset className="entries">
      <legend>
        {say(field.label)}{' '}
        {!field.required && (
          <Switch
            size="small"
            aria-label={`${t('fillIn')} ${say(field.label)}`}
            checked={open}
            onChange={(on) => {
              form.setFieldValue(name, on ? {} : undefined);
            }}
          />
        )}
      </legend>
      {open &&
        innerOf(field).map((one) => (
          <Entry key={one.name} field={one} path={name} pickers={pickers} foreign={field.name === 'foreign'} />
        ))}
    </fieldset>
  );
};

/** Any number of the same. */
const ListEntry = ({ field, path, pickers }: Within) => {
  const { t, say } = useWords();
  return (
    <Form.Item label={say(field.label)} required={field.required}>
      <Form.List name={[...path, field.name]} {...(field.required ? { initialValue: [{}] } : {})}>
        {(items, { add, remove }) => (
          <>
            {items.map(({ key, name }) => (
              <fieldset key={key} className="entries">
                <RowPath value={[...path, field.name, name]}>
                  {innerOf(field).map((one) => (
                    <Entry key={one.name} field={one} path={[name]} pickers={pickers} />
                  ))}
                </RowPath>
                <Button
                  size="small"
                  onClick={() => {
                    remove(name);
                  }}
                >
                  {t('removeRow')}
                </Button>
              </fieldset>
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
};
