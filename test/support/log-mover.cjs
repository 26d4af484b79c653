// A process of its own that moves a log. It says where it is, and waits there as it was told, so that it can be killed at any point.
const { moveLog } = require('../../libs/office/src/moving/move-log.ts');
const { readConfig } = require('../../libs/office/src/config.ts');
const { readLogPlaceOf } = require('../../libs/office/src/log-place.ts');

const to = process.argv[2];
moveLog(readConfig(process.env), {
  to: readLogPlaceOf(to, process.env),
  tell: ({ step, position }) => console.log(`${step} ${position ?? ''}`),
  signal: new AbortController().signal,
}).then(
  (moved) => console.log(`done ${JSON.stringify(moved)}`),
  (error) => {
    console.log(`failed ${error.message}`);
    process.exitCode = 1;
  },
);
