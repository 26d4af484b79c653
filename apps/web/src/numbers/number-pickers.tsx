import { OnePicker, type Picked } from '../parts/form/pickers.tsx';
import { useWords } from '../words/words.ts';
import { useMetricsOf, useMetricWord } from './metric-words.ts';
import { useDefinitions } from './use-definitions.ts';

/** A metric by its name. `onChosen`: where what is chosen decides what else is asked. */
export const MetricPicker = ({
  onChosen,
  ...picked
}: Picked<string> & { onChosen?: (metric: string | undefined) => void }) => {
  const metricWord = useMetricWord();
  const options = useMetricsOf().map((value) => ({ value, label: metricWord(value) }));
  return (
    <OnePicker
      {...picked}
      options={options}
      onChange={(metric) => {
        picked.onChange?.(metric);
        onChosen?.(metric);
      }}
    />
  );
};

/** The names of the definitions, the product's own by its word. */
export const DefinitionPicker = (picked: Picked<string>) => {
  const { t } = useWords();
  const names = new Set((useDefinitions().data?.definitions ?? []).map(({ definition }) => definition.name));
  const options = [...names].map((value) => ({ value, label: value === 'default' ? t('defaultDefinition') : value }));
  return <OnePicker {...picked} options={options} />;
};
