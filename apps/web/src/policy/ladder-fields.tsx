import { Button, Card, Form, Select, Space } from 'antd';
import { ROLES_TOLD, RUNGS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { RungTimeEntry } from './rung-time-entry.tsx';

const RECIPIENTS = [
  'steward',
  'liaisons',
  'owner-unit',
  'owner-head',
  'responsible-leader',
  'all-units',
  'supervision-office',
];

/** The ladder: each rung with its time and whom it tells. */
export const LadderFields = () => {
  const { t, say } = useWords();
  return (
    <Card
      size="small"
      title={t('ladder')}
      extra={<span className="small wide-only">{t('ladderAbout')}</span>}
      style={{ marginBottom: 12 }}
    >
      <Form.List name="ladder">
        {(rungs, { add, remove }) => (
          <>
            {rungs.map(({ key, name }) => (
              <fieldset key={key} className="clock-fields" data-testid={`rung-${name}`}>
                <Space wrap size={[24, 4]} align="start">
                  <Form.Item name={[name, 'rung']} label={t('rung')} style={{ marginBottom: 4 }}>
                    <Select
                      style={{ width: 130 }}
                      options={Object.entries(RUNGS).map(([value, word]) => ({ value, label: say(word) }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'when']} label={t('when')} style={{ marginBottom: 4 }}>
                    <RungTimeEntry label={t('when')} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'to']}
                    label={t('told')}
                    style={{ marginBottom: 4 }}
                    rules={[{ required: true, message: t('required') }]}
                  >
                    <Select
                      mode="multiple"
                      style={{ minWidth: 240, maxWidth: '80vw' }}
                      options={RECIPIENTS.map((value) => ({ value, label: say(ROLES_TOLD[value]) }))}
                    />
                  </Form.Item>
                  <Button
                    size="small"
                    style={{ marginTop: 32 }}
                    onClick={() => {
                      remove(name);
                    }}
                  >
                    {t('removeRung')}
                  </Button>
                </Space>
              </fieldset>
            ))}
            <Button
              onClick={() => {
                add({ rung: 'reminder', when: { onDue: true }, to: ['steward'] });
              }}
            >
              {t('addRung')}
            </Button>
          </>
        )}
      </Form.List>
    </Card>
  );
};
