import { useState } from 'react';
import type { Schemas } from '../ask/api.ts';
import { useMetricWord } from '../numbers/metric-words.ts';
import { DefinitionPicker, MetricPicker } from '../numbers/number-pickers.tsx';
import { useDefinitions } from '../numbers/use-definitions.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Field, Values } from '../parts/form/field-values.ts';
import { UnitPicker, Written } from '../parts/form/pickers.tsx';
import type { Subject } from '../ask/keys.ts';
import { WORDS } from '../words/words.ts';
import { TARGET_WORDS } from './target-words.ts';

type Target = Schemas['Targets']['targets'][number];
type Measure = Schemas['Definitions']['measures'][string];

const TOUCHES: readonly Subject[] = ['list'];
const BASIS: Field = { name: 'basis', kind: 'text', required: false, label: TARGET_WORDS.targetDocument, max: 200 };
const DAY: Field = { name: 'occurredOn', kind: 'day', required: true, label: TARGET_WORDS.effectiveOn };

/** How much, in what the metric is told. */
const HOW_MUCH: Readonly<Record<Measure, Field>> = {
  money: { name: 'money', kind: 'money', required: true, label: TARGET_WORDS.targetAmount },
  count: { name: 'count', kind: 'integer', required: true, label: TARGET_WORDS.targetCount },
  percent: { name: 'percent', kind: 'decimal', required: true, label: TARGET_WORDS.targetPercent },
};
const PROVISIONAL: Field = {
  name: 'provisional',
  kind: 'flag',
  required: false,
  label: TARGET_WORDS.provisionalTarget,
};

/** Sets a target of a year. `issuers`: who set targets before. */
export const SetTargetForm = ({
  year,
  version,
  issuers,
  onClose,
}: {
  year: number;
  version: number;
  issuers: readonly string[];
  onClose: () => void;
}) => {
  const measures = useDefinitions().data?.measures ?? {};
  const [metric, choose] = useState<string>();
  const measure = metric === undefined ? undefined : measures[metric];
  const known = issuers.map((value) => ({ value, label: value }));
  return (
    <CommandForm
      onClose={onClose}
      begun={{
        url: '/api/targets',
        version,
        fixed: { year },
        touches: TOUCHES,
        about: TARGET_WORDS.setTargetAbout,
        pickers: {
          metric: <MetricPicker onChosen={choose} />,
          definition: <DefinitionPicker />,
          issuer: <Written options={known} />,
          unit: <UnitPicker />,
        },
        command: {
          type: 'SetTarget',
          title: { zh: `下达 ${year} 年任务`, en: `Set a target of ${year}` },
          fields: [
            { name: 'metric', kind: 'text', required: true, label: WORDS.metricWord },
            ...(measure === undefined ? [] : [HOW_MUCH[measure]]),
            { name: 'unit', kind: 'text', required: false, label: WORDS.unit },
            { name: 'issuer', kind: 'text', required: true, label: WORDS.issuer },
            { name: 'definition', kind: 'text', required: false, label: WORDS.definition },
            PROVISIONAL,
            DAY,
            BASIS,
          ],
        },
      }}
    />
  );
};

/** What stands, that the form begins with it. */
const standing = ({ value }: Target): Values => {
  if (typeof value === 'string') return { count: Number(value) };
  return 'percent' in value ? { percent: value.percent } : {};
};

/** Revises a target with its reason; what it was stays in its history. */
export const ReviseTargetForm = ({
  target,
  version,
  onClose,
}: {
  target: Target;
  version: number;
  onClose: () => void;
}) => {
  const metricWord = useMetricWord();
  const { metric, definition, issuer, unit, year, value, within } = target;
  const measure: Measure = typeof value === 'string' ? 'count' : 'percent' in value ? 'percent' : 'money';
  const whose = unit?.name ?? '';
  return (
    <CommandForm
      onClose={onClose}
      begun={{
        url: '/api/targets/revise',
        version,
        fixed: {
          year,
          metric,
          definition,
          issuer,
          ...(unit === null ? {} : { unit: unit.code ?? unit.name }),
          ...(within === null ? {} : { within }),
        },
        touches: TOUCHES,
        initial: { ...standing(target), provisional: target.provisional },
        ...(measure === 'money' ? { before: { money: value as Schemas['Money'] } } : {}),
        about: TARGET_WORDS.reviseTargetAbout,
        unfolded: ['basis'],
        command: {
          type: 'ReviseTarget',
          title: { zh: `调整 ${metricWord(metric)} ${whose}`, en: `Revise ${metricWord(metric)} ${whose}` },
          fields: [
            HOW_MUCH[measure],
            PROVISIONAL,
            { name: 'reason', kind: 'long-text', required: true, label: TARGET_WORDS.whyRevised, max: 1000 },
            DAY,
            BASIS,
          ],
        },
      }}
    />
  );
};
