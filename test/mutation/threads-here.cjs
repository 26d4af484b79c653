// A reading thread within this process: the code that reads files is changed here, and a thread would load its own copy, unchanged and anew for each change.
const { EventEmitter } = require('node:events');
const { join } = require('node:path');
const threads = require('node:worker_threads');

const port = new EventEmitter();
let turn = Promise.resolve(); // one file after another: they share the port

const answer = (asked) =>
  new Promise((resolve) => {
    port.postMessage = (answered) => resolve(structuredClone(answered));
    port.emit('message', asked);
  });

/** What the product asks of a thread; it has no end of its own to time and memory. */
class ThreadHere extends EventEmitter {
  stderr = { resume: () => undefined };
  ref() {}
  unref() {}
  async terminate() {}
  postMessage(asked) {
    turn = turn.then(async () => {
      this.emit('message', await answer(asked));
    });
  }
}

/** Threads that read files from now on run here; `copy` is where the changed code stands. */
exports.threadsHere = (copy) => {
  port.removeAllListeners();
  Object.assign(threads, { Worker: ThreadHere, parentPort: port });
  require(join(copy, 'libs/imports/src/reading/reading-thread.ts'));
};
