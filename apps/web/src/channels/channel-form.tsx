import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Select, Space, Switch } from 'antd';
import { answered, api, problemOf, Refusal } from '../ask/api.ts';
import { useOrganisation } from '../app/known-to-all.ts';
import { showRefused } from '../parts/form/refused-fields.ts';
import { CHANNELS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import {
  asChannel,
  choicesOf,
  freshSecret,
  KINDS,
  type Channel,
  type ChannelField,
  type Kind,
} from './channel-kinds.ts';

interface Values {
  readonly kind: Kind;
  readonly name: string;
  readonly units?: string[];
  readonly enabled: boolean;
  readonly [field: string]: unknown;
}

/** With what a field of a channel is filled in. */
const entryFor = (as: ChannelField['as'], options: { value: string; label: string }[], placeholder: string) => {
  switch (as) {
    case 'number':
      return <InputNumber precision={0} min={1} placeholder={placeholder} style={{ width: '100%' }} />;
    case 'choices':
      return <Select mode="multiple" optionFilterProp="label" options={options} />;
    case 'choice':
      return <Select options={options} />;
    case 'secret':
      return <Input.Password autoComplete="new-password" placeholder={placeholder} />;
    default:
      return <Input placeholder={placeholder} />;
  }
};

const FieldEntry = ({ field, kept }: { field: ChannelField; kept: boolean }) => {
  const { t, say } = useWords();
  const form = Form.useFormInstance();
  const { name, label, as, hint, made } = field;
  const choices = Object.entries(choicesOf(field)).map(([value, word]) => ({ value, label: say(word) }));
  const isKept = as === 'secret' && kept;
  const item = (
    <Form.Item
      name={name}
      label={say(label)}
      rules={field.required && !isKept ? [{ required: true, message: t('required') }] : []}
      style={{ flex: 1 }}
    >
      {entryFor(as, choices, isKept ? t('keptSecret') : (hint ?? ''))}
    </Form.Item>
  );
  return made === undefined ? (
    item
  ) : (
    <Space.Compact block style={{ alignItems: 'flex-start' }}>
      {item}
      <Button
        style={{ marginTop: 30 }}
        onClick={() => {
          form.setFieldValue(name, freshSecret());
        }}
      >
        {t('generate')}
      </Button>
    </Space.Compact>
  );
};

/** Sets up a channel, or changes one; of its secrets only that they are kept is known here. */
export const ChannelForm = ({ channel, onClose }: { channel: Channel | null; onClose: () => void }) => {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) as Kind | undefined;
  const units = useOrganisation().data?.units ?? [];
  const save = useMutation({
    mutationFn: ({ kind: chosen, name, units: served = [], enabled, ...fields }: Values) =>
      answered(
        api.PUT('/api/channels/{name}', {
          params: { path: { name: name.trim() } },
          body: { ...asChannel(chosen, name.trim(), fields), units: served, enabled },
        }),
      ),
    onSuccess: async () => {
      message.success(t('done'));
      onClose();
      await client.invalidateQueries({ queryKey: ['channels'] });
    },
    onError: (error) => {
      if (error instanceof Refusal)
        showRefused(
          form,
          {
            ...error.problem,
            errors: error.problem.errors.map((one) => ({
              ...one,
              field: one.field.replace(/^(settings|secrets)\./, ''),
            })),
          },
          language,
        );
    },
  });
  const initial =
    channel === null
      ? { kind: 'mail', enabled: true }
      : { ...channel.settings, units: channel.units, enabled: channel.enabled };
  return (
    <Modal
      open
      title={channel === null ? t('addChannel') : `${t('editChannel')} · ${channel.settings.name}`}
      okText={t('submit')}
      cancelText={t('cancel')}
      onCancel={onClose}
      confirmLoading={save.isPending}
      onOk={() => {
        form.submit();
      }}
      destroyOnHidden
    >
      {save.isError && (
        <Alert type="error" showIcon role="alert" title={say(problemOf(save.error))} style={{ marginBottom: 12 }} />
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => {
          save.mutate(values);
        }}
      >
        <Form.Item name="kind" label={t('channelKind')}>
          <Select
            disabled={channel !== null}
            options={Object.keys(KINDS).map((value) => ({ value, label: say(CHANNELS[value]) }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('channelName')} rules={[{ required: true, message: t('required') }]}>
          <Input disabled={channel !== null} maxLength={60} />
        </Form.Item>
        {kind &&
          KINDS[kind].map((field) => <FieldEntry key={`${kind}${field.name}`} field={field} kept={channel !== null} />)}
        <Form.Item name="units" label={t('servedUnits')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="enabled" label={t('enabled')} valuePropName="checked">
          <Switch checkedChildren={t('yes')} unCheckedChildren={t('no')} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
