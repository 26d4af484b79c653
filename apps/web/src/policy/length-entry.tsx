import { InputNumber, Select, Space } from 'antd';
import { useWords } from '../words/words.ts';
import type { Length } from './policy-document.ts';
import { LENGTH_UNITS } from './policy-words.ts';

/** A number and what it counts: days, working days or months. */
export const LengthEntry = ({
  id,
  value,
  onChange,
  label,
}: {
  id?: string;
  value?: Length;
  onChange?: (value: Length) => void;
  label: string;
}) => {
  const { say } = useWords();
  const now = value ?? { value: 1, unit: 'months' as const };
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        aria-label={label}
        min={1}
        max={10_000}
        precision={0}
        value={now.value}
        style={{ width: 80 }}
        onChange={(number) => {
          onChange?.({ ...now, value: number ?? 1 });
        }}
      />
      <Select<Length['unit']>
        aria-label={`${label} · ${say(LENGTH_UNITS[now.unit])}`}
        value={now.unit}
        style={{ width: 130 }}
        onChange={(unit) => {
          onChange?.({ ...now, unit });
        }}
        options={Object.entries(LENGTH_UNITS).map(([unit, name]) => ({
          value: unit as Length['unit'],
          label: say(name),
        }))}
      />
    </Space.Compact>
  );
};
