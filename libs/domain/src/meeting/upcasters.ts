import { isClockName } from '../clocks/names.ts';
import { COLOURS } from '../policy/policy.ts';

type Stored = Readonly<Record<string, unknown>>;

const DAYS = /^(-?\d+) d$/;

/** "red · agreed-start · 30 d", as release 0.2 wrote why a project stood on an agenda; what says anything else is a person's own words. */
const standing = (reason: string): Record<string, unknown> => {
  const [colour = '', ...more] = reason.split(' · ');
  const clock = more.find(isClockName);
  const days = more.flatMap((part) => DAYS.exec(part)?.[1] ?? [])[0];
  const said = 1 + (clock === undefined ? 0 : 1) + (days === undefined ? 0 : 1);
  if (!COLOURS.some((one) => one === colour) || said !== more.length + 1) return { reason };
  return {
    colour,
    ...(clock === undefined ? {} : { clock }),
    ...(days === undefined ? {} : { daysLate: Number(days) }),
  };
};

const itemOf = ({ reason, ...item }: Stored): Stored =>
  typeof reason === 'string' ? { ...item, ...standing(reason) } : item;

export const MEETING_UPCASTERS = {
  AgendaSet: {
    1: ({ items, ...data }: Stored): Record<string, unknown> => ({
      ...data,
      items: (items as readonly Stored[]).map(itemOf),
    }),
  },
} as const;
