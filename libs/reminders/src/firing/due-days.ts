import {
  fold,
  foldMatter,
  ORDER,
  runClocks,
  type ClockName,
  type IsoDate,
  type OrderEvent,
  type Placed,
  type ProjectEvent,
  type Rules,
} from '#domain';
import type { EventStore } from '#event-store';
import { orderStream, PROJECT_STREAMS } from '../owed/names.ts';

/** By which day each clock of a subject was due, as it stands on a day; null where it has no such clock. Cost: the subject's history, read once. */
export const dueDaysOf = async (
  store: EventStore,
  { policyOn, calendar }: Pick<Rules, 'policyOn' | 'calendar'>,
  subject: string,
  day: IsoDate,
): Promise<(clock: ClockName) => IsoDate | null> => {
  const history = await store.readStream(subject);
  if (subject.startsWith(orderStream(''))) {
    const order = foldMatter(
      ORDER,
      history.map(({ event }) => event as OrderEvent),
    );
    return () => (order.state === 'none' ? null : order.replyDue);
  }
  if (!subject.startsWith(PROJECT_STREAMS)) return () => null;
  const project = fold(history.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version })));
  const clocks = project.phase === 'none' ? [] : runClocks(project, policyOn(day), calendar);
  return (name) => clocks.find(({ clock }) => clock === name)?.due ?? null;
};
