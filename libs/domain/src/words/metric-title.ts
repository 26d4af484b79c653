import type { Definition } from '../metrics/definition.ts';
import { isMetricKey } from '../metrics/metrics.ts';
import type { Sentence } from '../rejected.ts';
import { METRIC_WORDS } from './numbers.ts';
import { alike } from './sentence.ts';

/** What a metric is called: every bureau's by our words, a bureau's own by its definition, and one that neither knows by its key. */
export const metricTitle = ({ metrics }: Pick<Definition, 'metrics'>, metric: string): Sentence => {
  if (isMetricKey(metric)) return METRIC_WORDS[metric];
  return Object.hasOwn(metrics, metric) ? metrics[metric]!.title : alike(metric);
};
