import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';

/** Takes text in pieces and hands on each line's fields (RFC 4180): quoted fields may hold separators, quotes and line breaks. A field may be written ="0012", too. */
export const splitter = (
  separator: string,
  onRow: (fields: readonly string[]) => void,
): { readonly feed: (text: string) => void; readonly end: () => void } => {
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let within: 'plain' | 'quoted' | 'quote' = 'plain'; // `quote`: the sign after a quote tells whether the field goes on
  let afterReturn = false;
  const endField = (): void => {
    if (fields.length >= BOUNDS.columns * 2) unreadable('too-many-columns', String(line));
    fields.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    onRow(fields);
    fields = [];
    line += 1;
  };
  const add = (sign: string): void => {
    field += sign;
    if (field.length > BOUNDS.cell) unreadable('cell-too-long', String(line));
  };
  const plain = (sign: string): void => {
    const ended = afterReturn && sign === '\n';
    afterReturn = sign === '\r';
    if (ended) return;
    if (sign === '"' && (field === '' || field === '=')) {
      within = 'quoted';
      field = '';
    } else if (sign === separator) endField();
    else if (sign === '\n' || sign === '\r') endRow();
    else add(sign);
  };
  return {
    feed: (text) => {
      for (const sign of text) {
        if (within === 'quoted') {
          if (sign === '"') within = 'quote';
          else add(sign);
        } else if (within === 'quote' && sign === '"') {
          add('"');
          within = 'quoted';
        } else {
          within = 'plain';
          plain(sign);
        }
      }
    },
    end: () => {
      if (field !== '' || fields.length > 0) endRow();
    },
  };
};

const SEPARATORS = [',', '\t', ';', '|'] as const;

/** How often each separator stands outside quotes in each line of a sample. */
const counted = (sample: string): readonly (readonly number[])[] => {
  const lines = [SEPARATORS.map(() => 0)];
  let quoted = false;
  for (const sign of sample) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n' && !quoted) lines.push(SEPARATORS.map(() => 0));
    else if (!quoted) {
      const at = SEPARATORS.findIndex((one) => one === sign);
      if (at >= 0) lines.at(-1)![at]! += 1;
    }
  }
  return lines;
};

/** The separator that parts most lines into equally many fields; of equals the one that makes more of them. Null where none parts any line. */
export const separatorOf = (sample: string): string | null => {
  const lines = counted(sample);
  const scores = SEPARATORS.map((_, at) => {
    const often = new Map<number, number>();
    for (const counts of lines) if (counts[at]! > 0) often.set(counts[at]!, (often.get(counts[at]!) ?? 0) + 1);
    return [...often].reduce((best, [fields, times]) => Math.max(best, times * 1_000 + Math.min(fields, 999)), 0);
  });
  const best = Math.max(...scores);
  return best === 0 ? null : SEPARATORS[scores.indexOf(best)]!;
};
