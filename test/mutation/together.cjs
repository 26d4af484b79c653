// Every spec of one run in one file, so that the code is loaded once for each change and not once for each spec.
const { specs } = globalThis; // from the configuration of the run

for (const spec of specs)
  describe(spec, () => {
    require(spec);
  });
