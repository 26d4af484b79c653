import { InputNumber, Select, Space } from 'antd';
import { w } from '../words/sentence.ts';
import { COLOURS, useWords, type Colour } from '../words/words.ts';
import type { RungRule } from './policy-document.ts';

const SEPARATORS: readonly string[] = [',', '，', '、', ' '];

type When = RungRule['when'];
type Kind = 'daysBeforeDue' | 'onDue' | 'onColour' | 'daysLate';
const BEGUN: Readonly<Record<Kind, When>> = {
  daysBeforeDue: { daysBeforeDue: [7] },
  onDue: { onDue: true },
  onColour: { onColour: 'yellow' },
  daysLate: { daysLate: 30 },
};
const kindOf = (when: When): Kind => (Object.keys(BEGUN) as Kind[]).find((kind) => when[kind] !== undefined) ?? 'onDue';

/** When a rung falls due: chosen first, then its numbers. */
export const RungTimeEntry = ({
  id,
  value,
  onChange,
  label,
}: {
  id?: string;
  value?: When;
  onChange?: (value: When) => void;
  label: string;
}) => {
  const { say, language } = useWords();
  const zh = language === 'zh';
  const when = value ?? BEGUN.onDue;
  const kind = kindOf(when);
  const kinds: Record<Kind, string> = zh
    ? { daysBeforeDue: '到期前（天）', onDue: '到期当天', onColour: '变为某色当天', daysLate: '逾期（天）' }
    : {
        daysBeforeDue: 'days before due',
        onDue: 'on the due day',
        onColour: 'first day of a colour',
        daysLate: 'days late',
      };
  const { everyDays, ...once } = when;
  return (
    <Space wrap size={6}>
      <Select<Kind>
        id={id}
        aria-label={label}
        value={kind}
        style={{ width: 170 }}
        onChange={(next) => {
          onChange?.(BEGUN[next]);
        }}
        options={(Object.keys(kinds) as Kind[]).map((one) => ({ value: one, label: kinds[one] }))}
      />
      {kind === 'daysBeforeDue' && (
        <Select
          mode="tags"
          open={false}
          aria-label={`${label} · ${kinds.daysBeforeDue}`}
          style={{ minWidth: 130 }}
          tokenSeparators={[...SEPARATORS]}
          value={(when.daysBeforeDue ?? []).map(String)}
          onChange={(days: string[]) => {
            onChange?.({
              daysBeforeDue: days
                .map(Number)
                .filter(Number.isInteger)
                .sort((a, b) => b - a),
            });
          }}
        />
      )}
      {kind === 'daysLate' && (
        <InputNumber
          aria-label={`${label} · ${kinds.daysLate}`}
          min={1}
          max={10_000}
          precision={0}
          value={when.daysLate}
          onChange={(days) => {
            onChange?.({ daysLate: days ?? 1 });
          }}
        />
      )}
      {kind === 'onColour' && (
        <>
          <Select<Colour>
            aria-label={`${label} · ${kinds.onColour}`}
            value={when.onColour}
            style={{ width: 90 }}
            onChange={(onColour) => {
              onChange?.({ ...when, onColour });
            }}
            options={(Object.keys(COLOURS) as Colour[]).map((one) => ({ value: one, label: say(COLOURS[one]) }))}
          />
          <InputNumber
            aria-label={say(w(`${label} · 此后每几天`, `${label} · then every so many days`))}
            prefix={say(w('此后每', 'then every'))}
            suffix={say(w('天', 'days'))}
            placeholder={say(w('不再', 'never'))}
            min={1}
            max={10_000}
            precision={0}
            value={everyDays ?? null}
            style={{ width: 170 }}
            onChange={(days) => {
              onChange?.(days === null ? once : { ...once, everyDays: days });
            }}
          />
        </>
      )}
    </Space>
  );
};
