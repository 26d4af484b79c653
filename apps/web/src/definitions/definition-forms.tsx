import type { Subject } from '../ask/keys.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Values } from '../parts/form/field-values.ts';
import {
  metricAsFilledIn,
  scopeAsFilledIn,
  scopeFrom,
  withMetric,
  withoutMetric,
  type Scope,
} from './definition-document.ts';
import { METRIC_FIELDS, REMOVAL_FIELDS, SCOPE_FIELDS } from './definition-fields.ts';
import { DEFINITION_WORDS } from './definition-words.ts';
import { METRIC_PICKERS, SCOPE_PICKERS } from './part-pickers.tsx';

/** What somebody has in hand: the switches of a scope, a new scope, or one of its metrics. */
export type Doing =
  { readonly what: 'scope' | 'new' | 'new-metric' } | { readonly what: 'metric' | 'no-metric'; readonly key: string };

const TOUCHES: readonly Subject[] = ['definitions', 'list'];

const drafted = (definition: Values, { note }: Values): Values => ({
  definition,
  ...(note === undefined ? {} : { note }),
});

/** The form of what is in hand, over the scope that is looked at. `sample`: what a new scope begins with. */
const formOf = (
  doing: Doing,
  scope: Scope,
  sample: Scope,
): Pick<Begun, 'command' | 'initial' | 'complete' | 'pickers'> => {
  const type = 'DraftDefinition';
  switch (doing.what) {
    case 'scope':
      return {
        command: { type, title: DEFINITION_WORDS.changeScope, fields: SCOPE_FIELDS },
        initial: scopeAsFilledIn(scope),
        complete: (body) => drafted(scopeFrom(body, scope.metrics), body),
        pickers: SCOPE_PICKERS,
      };
    case 'new': {
      const { name: _name, title: _title, titleEn: _titleEn, ...initial } = scopeAsFilledIn(sample);
      return {
        command: { type, title: DEFINITION_WORDS.newDefinition, fields: SCOPE_FIELDS },
        initial,
        complete: (body) => drafted(scopeFrom(body, {}), body),
        pickers: SCOPE_PICKERS,
      };
    }
    case 'new-metric':
    case 'metric':
      return {
        command: {
          type,
          title: doing.what === 'metric' ? DEFINITION_WORDS.changeMetric : DEFINITION_WORDS.addMetric,
          fields: METRIC_FIELDS,
        },
        initial:
          doing.what === 'metric' ? metricAsFilledIn(doing.key, scope.metrics[doing.key]!) : { measure: 'count' },
        complete: (body) => drafted(withMetric(body, scope), body),
        pickers: METRIC_PICKERS,
      };
    case 'no-metric':
      return {
        command: { type, title: DEFINITION_WORDS.dropMetric, fields: REMOVAL_FIELDS },
        complete: (body) => drafted(withoutMetric(doing.key, scope), body),
      };
  }
};

/** Drafts a change of a scope; the draft is then looked at, replayed and published. */
export const DraftForm = ({
  doing,
  scope,
  sample,
  version,
  onClose,
  onDrafted,
}: {
  doing: Doing;
  scope: Scope;
  sample: Scope;
  version: number;
  onClose: () => void;
  onDrafted: (draft: number) => void;
}) => (
  <CommandForm
    onClose={onClose}
    onDone={(_id, { draft }) => {
      if (draft != null) onDrafted(draft);
    }}
    begun={{
      url: '/api/definitions/drafts',
      version,
      touches: TOUCHES,
      about: DEFINITION_WORDS.scopeDraftAbout,
      ...formOf(doing, scope, sample),
    }}
  />
);

/** Publishes a draft as the next version of its name. */
export const PublishForm = ({
  draft,
  version,
  onClose,
  onDone,
}: {
  draft: number;
  version: number;
  onClose: () => void;
  onDone: () => void;
}) => (
  <CommandForm
    onClose={onClose}
    onDone={onDone}
    begun={{
      url: `/api/definitions/drafts/${draft}/publish`,
      version,
      touches: TOUCHES,
      about: DEFINITION_WORDS.publishDefinitionAbout,
      command: { type: 'PublishDefinitionDraft', title: DEFINITION_WORDS.publishDefinition, fields: [] },
    }}
  />
);
