import type { ProjectCommand } from './commands.ts';
import { inBusinessOrder, type Placed } from './corrections.ts';
import { decide } from './decide.ts';
import type { Circumstances } from './decisions/decision.ts';
import { evolve, fold } from './fold.ts';
import { placed } from './placed.ts';
import { NO_PROJECT, type Project } from './state.ts';

/** The project aggregate as one value: what the command handler and the importer run. */
export const project = { initial: NO_PROJECT as Project, decide, evolve, fold, inBusinessOrder } as const;

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
