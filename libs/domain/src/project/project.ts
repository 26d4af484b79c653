import { inBusinessOrder } from './corrections.ts';
import { decide } from './decide.ts';
import { evolve, fold } from './fold.ts';
import { NO_PROJECT, type Project } from './state.ts';

/** The project aggregate as one value: what the command handler and the importer run. */
export const project = { initial: NO_PROJECT as Project, decide, evolve, fold, inBusinessOrder } as const;
