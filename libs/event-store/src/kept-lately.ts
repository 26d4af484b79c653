interface Held<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** What was used lately, at most `limit` bytes of it altogether, as its keepers weigh it: the longest unused goes first. What alone is heavier is not kept. */
export const keptLately = <Value>(limit: number) => {
  const kept = new Map<string, Held<Value>>(); // in order of use
  let bytes = 0;
  const take = (name: string): Held<Value> | undefined => {
    const held = kept.get(name);
    if (held === undefined) return undefined;
    kept.delete(name);
    bytes -= held.bytes;
    return held;
  };
  return {
    /** Takes it out: whoever works on it keeps what has become of it, or it is made anew. */
    take,
    keep: (name: string, value: Value, weight: number): void => {
      take(name);
      if (weight > limit) return;
      kept.set(name, { value, bytes: weight });
      bytes += weight;
      while (bytes > limit) take(kept.keys().next().value!);
    },
    clear: (): void => {
      kept.clear();
      bytes = 0;
    },
    bytes: (): number => bytes,
  };
};

const OBJECT_BYTES = 600; // an object of some twenty fields, beside the texts in it

/** About what a value of plain data takes in memory. */
export const weightOf = (value: unknown): number => OBJECT_BYTES + 2 * JSON.stringify(value).length;
