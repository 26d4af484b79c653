import { Button, Card, Form, Select, Space, Switch } from 'antd';
import { useWords } from '../words/words.ts';
import { LengthEntry } from './length-entry.tsx';
import { policyWords, type Length, type Policy } from './policy-document.ts';
import { DAY_FROM, OWN_COLOURS } from './policy-words.ts';

/** The colours that a clock has otherwise than the general scale: changed, added, taken away. */
const OwnColours = ({ clock }: { clock: string }) => {
  const { t, say, language } = useWords();
  const form = Form.useFormInstance();
  const path = ['clocks', clock, 'own'];
  const own = (Form.useWatch(path, { form, preserve: true }) ?? {}) as Record<string, Length | undefined>;
  const [has, lacks] = [
    Object.keys(OWN_COLOURS).filter((name) => own[name]),
    Object.keys(OWN_COLOURS).filter((name) => !own[name]),
  ];
  const set = (colours: Record<string, Length | undefined>): void => {
    form.setFieldValue(path, colours);
  };
  const title = (colour: string): string => `${policyWords(language).clock(clock)} · ${say(OWN_COLOURS[colour])}`;
  return (
    <Space wrap size={[12, 4]} align="start">
      {has.map((colour) => (
        <Space key={colour} align="start" size={2}>
          <Form.Item name={[...path, colour]} label={say(OWN_COLOURS[colour])} style={{ marginBottom: 4 }}>
            <LengthEntry label={title(colour)} />
          </Form.Item>
          <Button
            size="small"
            type="text"
            style={{ marginTop: 32 }}
            aria-label={`${t('remove')} ${title(colour)}`}
            onClick={() => {
              set({ ...own, [colour]: undefined });
            }}
          >
            ×
          </Button>
        </Space>
      ))}
      <Select<string | null>
        aria-label={`${policyWords(language).clock(clock)} · ${t('addColour')}`}
        placeholder={t('addColour')}
        value={null}
        size="small"
        style={{ width: 190, marginTop: 30 }}
        onChange={(colour) => {
          if (colour !== null) set({ ...own, [colour]: { value: 1, unit: 'months' } });
        }}
        options={lacks.map((name) => ({ value: name, label: say(OWN_COLOURS[name]) }))}
      />
    </Space>
  );
};

/** The clocks of a policy: how long each runs, its own colours, and whether a suspended project stops it. */
export const ClockFields = ({ policy }: { policy: Policy }) => {
  const { t, say, language } = useWords();
  const words = policyWords(language);
  return (
    <Card
      size="small"
      title={t('clocksOfPolicy')}
      extra={<span className="small wide-only">{t('ownColoursAbout')}</span>}
      style={{ marginBottom: 12 }}
    >
      {Object.entries(policy.clocks).map(([clock, { length }]) => (
        <fieldset key={clock} className="clock-fields" data-testid={`fields-${clock}`}>
          <legend>{words.clock(clock)}</legend>
          <Space wrap size={[24, 4]} align="start">
            {length === null ? (
              <Form.Item label={t('clockLength')} style={{ marginBottom: 4 }}>
                {say(DAY_FROM[clock])}
              </Form.Item>
            ) : (
              <Form.Item name={['clocks', clock, 'length']} label={t('clockLength')} style={{ marginBottom: 4 }}>
                <LengthEntry label={`${words.clock(clock)} · ${t('clockLength')}`} />
              </Form.Item>
            )}
            <Form.Item
              name={['clocks', clock, 'pausedByHold']}
              label={t('hold')}
              valuePropName="checked"
              style={{ marginBottom: 4 }}
            >
              <Switch checkedChildren={t('stands')} unCheckedChildren={t('runsOn')} />
            </Form.Item>
            {clock in DAY_FROM && length === null ? null : <OwnColours clock={clock} />}
          </Space>
        </fieldset>
      ))}
    </Card>
  );
};
