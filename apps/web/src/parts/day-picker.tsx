import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';

/**
 * A day or an instant as pickers take it, the same object for the same text: handed another one, a picker that stands open goes back to the
 * month of its value, and what was being typed is lost whenever the page around it is drawn anew.
 */
export const useDay = (text: string | null | undefined): Dayjs | null =>
  useMemo(() => (text == null ? null : dayjs(text)), [text]);

/** Chooses a day, YYYY-MM-DD; one always stands there. `max`: the last that can be chosen. */
export const DayPicker = ({
  label,
  day,
  max,
  onDay,
}: {
  label: string;
  day: string | undefined;
  max?: string;
  onDay: (day: string) => void;
}) => {
  const [value, last] = [useDay(day), useDay(max)];
  return (
    <DatePicker
      placeholder={label}
      aria-label={label}
      value={value}
      allowClear={false}
      {...(last === null ? {} : { maxDate: last })}
      onChange={(chosen: Dayjs | null) => {
        if (chosen !== null) onDay(chosen.format('YYYY-MM-DD'));
      }}
    />
  );
};
