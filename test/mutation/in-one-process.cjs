// Runs the specs of a library for each changed place of it without loading anything again: a change costs its tests, not the start of jest.
const { join } = require('node:path');
const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, getState, resetState } = require('jest-circus');
const { expect } = require('expect');
const { fn } = require('jest-mock');
const { determineHitLimitReached, toMutantRunResult } = require('@stryker-mutator/api/test-runner');

const { loadedForgetful } = require('./forgetting.cjs');
const { threadsHere } = require('./threads-here.cjs');

const now = globalThis.__stryker__ ?? (globalThis.__stryker__ = {});

const load = (specs) => {
  const copy = process.cwd(); // whose code is changed
  for (const file of Object.keys(require.cache))
    if (file.startsWith(copy) && !file.includes('node_modules')) delete require.cache[file];
  resetState();
  if (specs.some((spec) => spec.startsWith('libs/imports'))) threadsHere(copy);
  for (const spec of specs)
    describe(spec, () => {
      require(join(copy, spec));
    });
  return getState().rootDescribeBlock;
};

const hooks = (block, type) => block.hooks.filter((hook) => hook.type === type).map(({ fn }) => fn);
const around = (block, type) => (block === undefined ? [] : [...around(block.parent, type), ...hooks(block, type)]);
const called = async (fn) => {
  if (fn.length > 0) throw new Error('a test that wants `done` is not run here');
  await fn();
};
const each = async (fns) => {
  for (const fn of fns) await called(fn);
};

const nameOf = ({ name, parent }) => (parent?.parent === undefined ? name : `${nameOf(parent)} ${name}`);
const specOf = (at) => (at.parent.parent === undefined ? at.name : specOf(at.parent));
/** Every test with a name of its own: those made of a table may share theirs. */
const named = (root) => {
  const counts = new Map();
  const tests = new Map();
  const visit = (block) => {
    for (const child of block.children) {
      if (child.type === 'describeBlock') visit(child);
      else if (child.mode !== 'skip') {
        const name = nameOf(child);
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        tests.set(child, count === 1 ? name : `${name} (${count})`);
      }
    }
  };
  visit(root);
  return tests;
};

const SET_UP = 'set-up';

class OneProcess {
  constructor(options) {
    this.specs = options.specs;
    this.longestMs = options.longestMs; // what takes longer is not run for each change
    this.costs = new Map(); // milliseconds of a test, by spec
    this.setUps = new Map(); // milliseconds, by spec
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  init() {
    Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect });
    globalThis.jest = { setTimeout: () => undefined, fn };
    require('reflect-metadata');
    this.forget = loadedForgetful(join(process.cwd(), 'libs'), () => {
      this.root = load(this.specs);
    });
    this.tests = named(this.root);
    this.quickestFirst();
  }

  /** A change that a quick spec finds costs no slow one. */
  quickestFirst() {
    const costOf = ({ name }) => this.costs.get(name) ?? 0;
    this.root.children.sort((one, other) => costOf(one) - costOf(other));
  }

  costOfSetUp(block, ms) {
    if (block.parent !== undefined) this.setUps.set(specOf(block), (this.setUps.get(specOf(block)) ?? 0) + ms);
  }

  /** What a test of each spec costs, with its part of the set-up: the cheapest find most in the same time. */
  weigh(tests) {
    const specs = new Map([...this.tests].map(([test, id]) => [id, specOf(test)]));
    const sums = new Map(this.setUps);
    const counts = new Map();
    for (const { id, timeSpentMs } of tests) {
      const spec = specs.get(id);
      sums.set(spec, (sums.get(spec) ?? 0) + timeSpentMs);
      counts.set(spec, (counts.get(spec) ?? 0) + 1);
    }
    this.costs = new Map([...counts].map(([spec, count]) => [spec, sums.get(spec) / count]));
    this.quickestFirst();
  }

  async one(test) {
    const id = this.tests.get(test);
    this.forget();
    now.currentTestId = id;
    const started = Date.now();
    const result = { id, name: id, status: 0, timeSpentMs: 0 };
    try {
      expect.setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false });
      await each(around(test.parent, 'beforeEach'));
      await called(test.fn);
      await each(around(test.parent, 'afterEach'));
    } catch (error) {
      Object.assign(result, { status: 1, failureMessage: String(error?.message ?? error) });
    }
    now.currentTestId = undefined;
    return { ...result, timeSpentMs: Date.now() - started };
  }

  /** What the set-up of a block reaches, each of its tests reaches with it: they stand on what it built. */
  async setUp(block, mine) {
    this.forget();
    now.currentTestId = SET_UP;
    const started = Date.now();
    try {
      await each(hooks(block, 'beforeAll'));
    } finally {
      now.currentTestId = undefined;
      this.costOfSetUp(block, Date.now() - started);
    }
    const { perTest = {} } = now.mutantCoverage ?? {};
    const { [SET_UP]: reached } = perTest;
    delete perTest[SET_UP];
    const share = (child) => {
      if (child.type === 'describeBlock') return child.children.filter(mine).forEach(share);
      const id = this.tests.get(child);
      perTest[id] = { ...reached, ...perTest[id] };
    };
    if (reached !== undefined) share(block);
  }

  /** The tests that are wanted below this block; none where it cannot be set up. */
  async below(block, wanted, bail) {
    const mine = (child) =>
      child.type === 'describeBlock' ? child.children.some(mine) : wanted(this.tests.get(child));
    const results = [];
    if (!block.children.some(mine)) return results;
    const first = (at) => (at.type === 'test' ? this.tests.get(at) : first(at.children.find(mine)));
    try {
      await this.setUp(block, mine);
      for (const child of block.children.filter(mine)) {
        if (bail && results.some(({ status }) => status === 1)) break;
        results.push(...(child.type === 'test' ? [await this.one(child)] : await this.below(child, wanted, bail)));
      }
      await each(hooks(block, 'afterAll'));
    } catch (error) {
      const id = first(block);
      results.push({ id, name: id, status: 1, failureMessage: String(error?.message ?? error), timeSpentMs: 0 });
    }
    return results;
  }

  async dryRun() {
    this.setUps.clear();
    const all = await this.below(this.root, (id) => id !== undefined, false);
    const tests = all.filter(({ timeSpentMs }) => timeSpentMs <= this.longestMs);
    this.weigh(tests);
    const { perTest = {}, ...coverage } = now.mutantCoverage ?? {};
    const left = Object.fromEntries(tests.map(({ id }) => [id, perTest[id] ?? {}]));
    return { status: 'complete', tests, mutantCoverage: { static: {}, ...coverage, perTest: left } };
  }

  async mutantRun(options) {
    const { activeMutant, testFilter, hitLimit } = options;
    const filter = testFilter && new Set(testFilter);
    const wanted = filter ? (id) => filter.has(id) : (id) => id !== undefined;
    const run = async () => {
      Object.assign(now, { activeMutant: activeMutant.id, hitCount: hitLimit ? 0 : undefined, hitLimit });
      const tests = await this.below(this.root, wanted, true);
      const over = determineHitLimitReached(now.hitCount, hitLimit);
      now.activeMutant = undefined;
      return over ?? { status: 'complete', tests };
    };
    const result = await run();
    const failed = result.status === 'complete' ? result.tests.filter(({ status }) => status === 1) : [];
    if (result.status === 'complete' && failed.length === 0) return toMutantRunResult(result);
    const ids = new Set(failed.map(({ id }) => id));
    const again = await this.below(this.root, result.status === 'complete' ? (id) => ids.has(id) : wanted, true);
    if (again.every(({ status }) => status === 0)) return toMutantRunResult(result);
    this.init(); // what an earlier change left behind in memory failed the test, not this one
    return toMutantRunResult(await run());
  }
}
const oneProcess = (options) => new OneProcess(options);
oneProcess.inject = ['options'];

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', factory: oneProcess }];
