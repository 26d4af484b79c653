import type { RecordedEvent } from '#domain';

const LARGEST_RUN = 200_000; // characters of one append, far below what a server takes

const weightOf = ({ event, meta }: RecordedEvent): number =>
  JSON.stringify(event.data).length + JSON.stringify(meta).length;

/** Records of one stream that stand next to each other: one append. The order over all streams is kept by giving one append after the other. */
export const runsOf = (records: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] => {
  const runs: RecordedEvent[][] = [];
  let weight = 0;
  for (const record of records) {
    const run = runs.at(-1);
    weight += weightOf(record);
    if (run !== undefined && run[0]!.stream === record.stream && weight <= LARGEST_RUN) run.push(record);
    else {
      runs.push([record]);
      weight = weightOf(record);
    }
  }
  return runs;
};
