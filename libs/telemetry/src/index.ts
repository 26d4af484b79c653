export { metersOf, type Meters, type Reading, type Readings } from './meters.ts';
export { openMetrics, type MetricsPlace } from './metrics-door.ts';
export { handOverTraces, inSpan, startTracing } from './tracing.ts';
