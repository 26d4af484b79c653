/** Streams used lately, at most `limit` events of them altogether: the longest unused go first. One that alone is longer is not kept. */
export const hotStreams = <Held extends { readonly history: readonly unknown[] }>(limit: number) => {
  const kept = new Map<string, Held>(); // in order of use
  let events = 0;
  const take = (stream: string): Held | undefined => {
    const known = kept.get(stream);
    if (known === undefined) return undefined;
    kept.delete(stream);
    events -= known.history.length;
    return known;
  };
  return {
    take,
    keep: (stream: string, held: Held): void => {
      take(stream);
      if (held.history.length > limit) return;
      kept.set(stream, held);
      events += held.history.length;
      while (events > limit) take(kept.keys().next().value!);
    },
    size: (): number => events,
  };
};
