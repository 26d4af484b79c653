import type { Schemas } from '../ask/api.ts';
import { addDays } from '../parts/day.ts';
import { COMING, type Coming } from './forward-words.ts';

export type Forward = Schemas['Forward'];
type Notice = Forward['rows'][number]['notices'][number];

/** One thing that comes: a due day, a notice or the day on which a project turns red. */
export interface Ahead {
  readonly key: string;
  readonly kind: Coming;
  readonly on: string;
  readonly project: Forward['rows'][number]['project'];
  readonly clock: string | null;
  readonly notice: Notice | null;
}

/** Everything that comes for these projects, the nearest day first. */
export const aheadOf = (rows: Forward['rows']): readonly Ahead[] =>
  rows
    .flatMap(({ project, ...coming }) =>
      (Object.keys(COMING) as Coming[]).flatMap((kind) =>
        coming[kind].map((one, index): Ahead => ({
          key: `${project.id}${kind}${index}`,
          kind,
          on: one.on,
          project,
          clock: one.clock,
          notice: kind === 'notices' ? (one as Notice) : null,
        })),
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

export interface Week {
  readonly monday: string;
  readonly counts: Readonly<Record<Coming, number>>;
}

/** Every week of the time looked at, the empty ones too: of all projects, whichever the table shows. */
export const weeksOf = ({ from, to, perDay }: Pick<Forward, 'from' | 'to' | 'perDay'>): readonly Week[] => {
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const within = perDay.filter(({ on }) => mondayOf(on) === monday);
    const count = (kind: Coming): number => within.reduce((sum, one) => sum + one[kind], 0);
    weeks.push({ monday, counts: { dues: count('dues'), notices: count('notices'), reds: count('reds') } });
  }
  return weeks;
};
