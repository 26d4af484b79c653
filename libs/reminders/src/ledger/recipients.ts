import type { Reminder } from '../owed/reminder.ts';

/** Whose inbox a notice lies in: a person's, a unit's, everybody's, or the supervision office's. */
export const recipients = ({ to }: Pick<Reminder, 'to'>): readonly string[] => [
  ...new Set(
    to.map(({ unit, role, id }) =>
      role === 'all-units'
        ? 'all'
        : id !== undefined
          ? `person:${id}`
          : role === 'supervision-office' || unit === null
            ? 'office' // a written name that is nobody, of no unit: nobody else would see it
            : `unit:${unit}`,
    ),
  ),
];
