import type { ProjectCommand } from './commands.ts';
import { inBusinessOrder, type Placed } from './corrections.ts';
import { decide } from './decide.ts';
import type { Circumstances } from './decisions/decision.ts';
import type { ProjectEvent } from './events.ts';
import { evolve, fold } from './fold.ts';
import { NO_PROJECT, type Project } from './state.ts';

/** The project aggregate as one value: what the command handler and the importer run. */
export const project = { initial: NO_PROJECT as Project, decide, evolve, fold, inBusinessOrder } as const;

/** The new facts of a command as placed events, following `history`. */
export const placed = (events: readonly ProjectEvent[], history: readonly Placed[]): readonly Placed[] => {
  const last = history.at(-1)?.version ?? 0;
  return events.map((event, index) => ({ ...event, version: last + 1 + index }));
};

/** Decides a list of commands one after the other, each on what those before it left. Used by imports and tests. */
export const decideAll = (
  commands: readonly ProjectCommand[],
  past: readonly Placed[],
  circumstances: Circumstances,
): readonly Placed[] => {
  const history = [...past];
  for (const command of commands)
    history.push(...placed(decide(command, fold(history), circumstances, history), history));
  return history.slice(past.length);
};
