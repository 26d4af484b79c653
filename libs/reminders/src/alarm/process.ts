import { deliverDue, type DeliverTools } from '../delivery/deliver.ts';
import { fireAll } from '../firing/fire.ts';

/** An alarm clock: it wakes some worker at an instant. It may forget, wake twice or late; nothing depends on its memory. */
export interface Alarm {
  readonly set: (at: Date) => Promise<void>;
}

const PATIENCE_MS = 60_000; // where something due could not be settled now, look again after this

export interface ReminderProcess {
  /** Does all that is due by the log and the clock, then sets the alarm for what comes next. Called by alarms, by every new fact, and every few minutes whatever the queue holds. */
  readonly wake: () => Promise<number>;
}

export const reminderProcess = (tools: DeliverTools, alarm: Alarm): ReminderProcess => {
  const once = async (): Promise<number> => {
    const looked = tools.now().getTime();
    let settled = await fireAll(tools);
    let opensAt: Date | null = null;
    for (;;) {
      const delivered = await deliverDue(tools);
      settled += delivered.settled;
      opensAt = delivered.opensAt;
      if (delivered.settled === 0) break;
    }
    // What was due when we looked and still waits cannot be settled now. What fell due while we worked is simply next: an alarm for an instant that has passed rings at once.
    const next = await tools.ledger.nextAt();
    if (next !== null)
      await alarm.set(
        Date.parse(next) > looked ? new Date(next) : (opensAt ?? new Date(tools.now().getTime() + PATIENCE_MS)),
      );
    return settled;
  };
  let running: Promise<number> | null = null;
  let again: Promise<number> | null = null;
  return {
    // Wakes that come while one runs share the next run: it starts after all of them have been asked for.
    wake: () => {
      if (running === null)
        return (running = once().finally(() => {
          running = null;
        }));
      return (again ??= running
        .catch(() => 0)
        .then(() => {
          again = null;
          return (running ??= once().finally(() => {
            running = null;
          }));
        }));
    },
  };
};
