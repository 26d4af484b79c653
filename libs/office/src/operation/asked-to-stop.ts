/** Runs `stop` once, when the process is first asked to end (Ctrl-C, SIGTERM). A shell, npm and a watcher each pass the same Ctrl-C on: what comes after is the same request, and must not cut the ending short. */
export const whenAskedToStop = (stop: () => void): void => {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      stop();
    });
};

/** As above for a program that ends with what is stopped: a stop that fails is told by its exit status. */
export const endWhenAsked = (stop: () => Promise<unknown>): void => {
  whenAskedToStop(() => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
};
