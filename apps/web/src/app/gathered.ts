interface Pace {
  readonly spread: number; // milliseconds among which all open pages of a bureau share out a fact that comes alone
  readonly every: number; // … between two tellings while facts keep coming
}

/** A hundred open pages that ask at once, at every fact of a hundred people, would keep the server from its work. */
const PACE: Pace = { spread: 2_000, every: 10_000 };

/** Tells what is heard in lots: soon after a calm, and while there is always more to hear at most once in a while. Answers how something is heard, and how it ends: what still waits is told then. */
export const gathered = <News>(tell: (all: readonly News[]) => void, { spread, every }: Pace = PACE) => {
  let waiting: News[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = -Infinity; // of performance.now
  const tellAll = (): void => {
    [timer, told] = [undefined, performance.now()];
    const all = waiting;
    waiting = [];
    tell(all);
  };
  return {
    hear: (news: News): void => {
      waiting.push(news);
      timer ??= setTimeout(tellAll, Math.max(0, told + every - performance.now()) + Math.random() * spread);
    },
    end: (): void => {
      clearTimeout(timer);
      if (waiting.length > 0) tellAll();
    },
  };
};
