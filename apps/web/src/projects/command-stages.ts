import type { Schemas } from '../ask/api.ts';
import type { Word } from '../words/words.ts';

type Command = Pick<Schemas['CommandCatalogue']['commands'][number], 'type' | 'stage'>;
type Stage = NonNullable<Command['stage']>;

/** The stages in the order of a project's life. A command without a stage is not offered among them. */
const STAGES: Readonly<Record<Stage, Word>> = {
  lead: 'stageLead',
  negotiation: 'stageNegotiation',
  signing: 'stageSigning',
  start: 'stageStart',
  funding: 'stageFunding',
  people: 'stagePeople',
  identity: 'stageIdentity',
  end: 'stageEnd',
};

/** The commands of each stage that are allowed now; stages without any are left out. */
export const inStages = <C extends Command>(
  allowed: readonly C[],
): readonly { readonly word: Word; readonly commands: readonly C[] }[] =>
  Object.entries(STAGES)
    .map(([stage, word]) => ({ word, commands: allowed.filter((one) => one.stage === stage) }))
    .filter(({ commands }) => commands.length > 0);
