const Sequencer = require('@jest/test-sequencer').default;

// Browsers, servers that are killed and thousands of drawn worlds take minutes: begun last, one of them would run alone at the end.
const LONG = /\/test\/(journeys|simulation|chaos)\//;

module.exports = class extends Sequencer {
  sort(tests) {
    const rest = super.sort(tests);
    return [...rest.filter(({ path }) => LONG.test(path)), ...rest.filter(({ path }) => !LONG.test(path))];
  }
};
