import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import dayjs, { isDayjs, type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { Refusal, type Problem, type Schemas } from './api.ts';
import { fromWan, useWords } from './words.ts';

type Field = Schemas['Field'];
export type CommandDescription = Schemas['CommandCatalogue']['commands'][number];
type Values = Record<string, unknown>;

const BESIDE = ['occurredOn', 'basis', 'note', 'approver', 'evidence'];

/** What was typed as the API takes it: days and months as text, 万元 as 元, empty fields left out. */
const asBody = (fields: readonly Field[], values: Values): Values => Object.fromEntries(fields.flatMap((field): [string, unknown][] => {
  const value = values[field.name];
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
  if (field.kind === 'day' && isDayjs(value)) return [[field.name, value.format('YYYY-MM-DD')]];
  if (field.kind === 'month' && isDayjs(value)) return [[field.name, value.format('YYYY-MM')]];
  if (field.kind === 'money') return [[field.name, { amount: fromWan(value as string) ?? value, currency: 'CNY' }]];
  if (field.kind === 'list') return [[field.name, (value as Values[]).map((one) => asBody((field.of ?? []) as Field[], one))]];
  if (field.kind === 'group') return [[field.name, asBody((field.of ?? []) as Field[], value as Values)]];
  if (field.kind === 'any') { try { return [[field.name, JSON.parse(value as string)]]; } catch { return [[field.name, value]]; } }
  return [[field.name, value]];
}));

const Entry = ({ field, path }: { field: Field; path: (string | number)[] }) => {
  const { t, say } = useWords();
  const name = [...path, field.name];
  const label = field.kind === 'money' ? `${say(field.label)}（万元）` : say(field.label);
  const rules = [
    ...(field.required ? [{ required: true, message: t('required') }] : []),
    ...(field.kind === 'money' ? [{ validator: async (_rule: unknown, value?: string) => { if (value && fromWan(value) === null) throw new Error('12345.67'); } }] : []),
  ];
  if (field.kind === 'list') return (
    <Form.Item label={label} required={field.required}>
      <Form.List name={name}>
        {(items, { add, remove }) => (
          <>
            {items.map(({ key, name: index }) => (
              <div key={key} style={{ border: '1px solid #d5dedb', padding: 8, marginBottom: 8, borderRadius: 4 }}>
                {(field.of as Field[] | undefined ?? []).map((inner) => <Entry key={inner.name} field={inner} path={[index]} />)}
                <Button size="small" onClick={() => { remove(index); }}>×</Button>
              </div>
            ))}
            <Button size="small" onClick={() => { add({}); }}>{t('add')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
  if (field.kind === 'group') return <fieldset style={{ border: '1px solid #d5dedb', marginBottom: 12 }}><legend>{label}</legend>{(field.of as Field[] | undefined ?? []).map((inner) => <Entry key={inner.name} field={inner} path={name} />)}</fieldset>;
  return (
    <Form.Item name={name} label={label} rules={rules} {...(field.kind === 'flag' ? { valuePropName: 'checked', initialValue: false } : {})}>
      {field.kind === 'day' ? <DatePicker style={{ width: '100%' }} maxDate={field.name === 'occurredOn' ? dayjs() : undefined as unknown as Dayjs} />
        : field.kind === 'month' ? <DatePicker picker="month" style={{ width: '100%' }} />
        : field.kind === 'long-text' ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={field.max ?? 4000} />
        : field.kind === 'choice' ? <Select options={(field.choices ?? []).map((value) => ({ value, label: value }))} allowClear />
        : field.kind === 'texts' ? <Select mode="tags" open={false} tokenSeparators={[',', '，', '、', ';']} />
        : field.kind === 'flag' ? <Switch checkedChildren={t('yes')} unCheckedChildren={t('no')} />
        : field.kind === 'integer' ? <InputNumber style={{ width: '100%' }} precision={0} />
        : <Input inputMode={field.kind === 'money' || field.kind === 'decimal' ? 'decimal' : 'text'} maxLength={field.max ?? 300} />}
    </Form.Item>
  );
};

/** The form of one command, made from its description. The key stays the same until it is accepted, so that a second click or a lost answer changes nothing twice. */
export const CommandForm = ({ command, projectId, version, initial = {}, onClose }: { command: CommandDescription; projectId: string; version: number; initial?: Values; onClose: () => void }) => {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const key = useRef(Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  const fields = [...command.fields.filter(({ name }) => !BESIDE.includes(name)), ...command.fields.filter(({ name }) => BESIDE.includes(name) && name !== 'evidence')];
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const response = await fetch(`/api/projects/${projectId}/commands/${command.path}`, {
        method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key.current, 'if-match': `"${version}"` }, body: JSON.stringify(asBody(fields, values)),
      });
      if (!response.ok) throw new Refusal(await response.json() as Problem);
    },
    onSuccess: async () => { message.success(t('done')); onClose(); await client.invalidateQueries(); },
    onError: (error) => {
      if (!(error instanceof Refusal)) return;
      form.setFields(error.problem.errors.map(({ field, ...sentence }) => ({ name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)), errors: [say(sentence)] })));
    },
  });
  const problem = send.error instanceof Refusal ? send.error.problem : null;
  return (
    <Modal open title={say(command.title)} onCancel={onClose} okText={t('submit')} cancelText={t('cancel')} confirmLoading={send.isPending} onOk={() => { form.submit(); }} destroyOnHidden>
      {problem && <Alert type="error" showIcon title={say(problem)} style={{ marginBottom: 12 }} role="alert" />}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(values: Values) => { send.mutate(values); }}>
        {fields.map((field) => <Entry key={field.name} field={field} path={[]} />)}
      </Form>
    </Modal>
  );
};
