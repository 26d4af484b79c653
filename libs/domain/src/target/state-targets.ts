import type { IsoDate } from '../dates.ts';
import { InvalidCommand } from '../fields/invalid.ts';
import { readCommand } from '../fields/read-command.ts';
import { Rejected, type Sentence } from '../rejected.ts';
import { ReviseTarget, SetTarget } from './commands.ts';
import { decideTarget } from './decide.ts';
import type { TargetEvent } from './events.ts';
import { foldTargets, type Targets } from './target.ts';

/** A target as a line of a sheet states it, as a SetTarget without its day. */
export interface StatedTarget {
  readonly row: number;
  readonly body: object;
}
export interface RejectedTarget {
  readonly row: number;
  readonly code: string;
  readonly message: Sentence;
}

/** What a sheet of targets does: what is new is set, what differs is revised, what stands already is left alone, line by line. */
interface TargetImport {
  readonly events: readonly TargetEvent[];
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedTarget[];
}

const decided = (body: object, reason: string, targets: Targets, today: IsoDate): readonly TargetEvent[] => {
  try {
    return decideTarget(readCommand(SetTarget, body), targets, today);
  } catch (error) {
    if (!(error instanceof Rejected) || error.code !== 'target-exists') throw error;
    return decideTarget(readCommand(ReviseTarget, { ...body, reason }), targets, today);
  }
};

const refusalOf = (error: unknown): Omit<RejectedTarget, 'row'> => {
  if (error instanceof InvalidCommand) {
    const [first] = error.errors;
    return { code: 'invalid-field', message: { zh: first?.zh ?? '', en: first?.en ?? '' } };
  }
  if (error instanceof Rejected) return { code: error.code, message: error.sentence };
  throw error;
};

/** `reason`: why what differs is revised (the file it stands in). Targets of other years than those given are not looked at. */
export const stateTargets = (
  lines: readonly StatedTarget[],
  before: Targets,
  today: IsoDate,
  reason: string,
): TargetImport => {
  const events: TargetEvent[] = [];
  const rejected: RejectedTarget[] = [];
  const counts = { created: 0, changed: 0, unchanged: 0 };
  let targets = before;
  for (const { row, body } of lines) {
    try {
      const [event] = decided(body, reason, targets, today);
      if (event === undefined) counts.unchanged += 1;
      else if (event.type === 'TargetSet') counts.created += 1;
      else counts.changed += 1;
      if (event !== undefined) {
        events.push(event);
        targets = foldTargets([event], targets);
      }
    } catch (error) {
      rejected.push({ row, ...refusalOf(error) });
    }
  }
  return { events, ...counts, rejected };
};
