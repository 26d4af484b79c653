import { Card, Form, InputNumber } from 'antd';
import { COLOURS, useWords } from '../words/words.ts';
import type { Policy } from './policy-document.ts';
import { numberGroups } from './policy-numbers.ts';

/** Every single number of the document, group by group. */
export const NumberFields = ({ policy }: { policy: Policy }) => {
  const { t, say } = useWords();
  return (
    <Card size="small" title={t('generalNumbers')} style={{ marginBottom: 12 }}>
      {numberGroups(policy).map(({ title, numbers }) => (
        <fieldset key={title.en} className="clock-fields">
          <legend>{say(title)}</legend>
          <div className="number-fields">
            {numbers.map(({ path, label, unit, least = 0, colour }) => (
              <Form.Item
                key={path.join('.')}
                name={[...path]}
                label={colour === undefined ? say(label) : `${say(COLOURS[colour])} · ${say(label)}`}
                rules={[{ required: true, message: t('required') }]}
                style={{ marginBottom: 4 }}
              >
                <InputNumber min={least} max={10_000} precision={0} suffix={say(unit)} style={{ width: 190 }} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
    </Card>
  );
};
