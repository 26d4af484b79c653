import { DatePicker, Radio } from 'antd';
import { useState } from 'react';
import { useDay } from '../day-picker.tsx';
import { today } from '../day.ts';
import { useWords, type Sentence } from '../../words/words.ts';

interface Entered<T> {
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T | undefined) => void;
}
const FORMAT = { day: 'YYYY-MM-DD', month: 'YYYY-MM' } as const;

/** A day or a month as text, chosen from a calendar. `past`: nothing after today. */
export const DateEntry = ({
  id,
  value,
  onChange,
  picker,
  past = false,
}: Entered<string> & { picker: 'day' | 'month'; past?: boolean }) => {
  const [entered, last] = [useDay(value), useDay(past ? today() : null)];
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      className="whole-width"
      picker={picker === 'day' ? 'date' : 'month'}
      value={entered}
      {...(last === null ? {} : { maxDate: last })}
      onChange={(chosen) => {
        onChange?.(chosen === null ? undefined : chosen.format(FORMAT[picker]));
      }}
    />
  );
};

/** Yes or no, each by its own name, and neither chosen beforehand: nobody decides by leaving it as it was. */
export const SideEntry = ({
  id,
  value,
  onChange,
  sides: [yes, no],
}: Entered<boolean> & { sides: readonly [Sentence, Sentence] }) => {
  const { say } = useWords();
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={(event) => {
        onChange?.(event.target.value as boolean);
      }}
      options={[
        { value: true, label: say(yes) },
        { value: false, label: say(no) },
      ]}
    />
  );
};

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A file by its digest: the paper stays where it is, and can be proved later. Browsers compute it on safe addresses only. */
export const DigestEntry = ({ id, value, onChange }: Entered<string>) => {
  const { t } = useWords();
  const [name, setName] = useState('');
  if (!window.isSecureContext) return null;
  return (
    <>
      <input
        {...(id === undefined ? {} : { id })}
        type="file"
        aria-label={t('chooseFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          setName(file.name);
          void file
            .arrayBuffer()
            .then((content) => crypto.subtle.digest('SHA-256', content))
            .then((digest) => onChange?.(hex(digest)));
        }}
      />
      {value && (
        <span className="small">
          {name} {value.slice(0, 16)}…
        </span>
      )}
    </>
  );
};
