import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_POLICY, DEFAULT_RULES, sideBySide, type IsoDate, type KnownProject, type Policy } from '#domain';
import { memoryStore, type EventStore } from '#event-store';
import { candidatesOf, importWorkbook } from '#imports';
import { replay } from './replay.ts';

const acceptance = (file: string): string => join(__dirname, '../../../../test/acceptance', file);
const TODAY = '2022-12-31' as IsoDate;
const nobody = (): null => null;
const all = { project: () => true, matter: async () => null };
const question = (policy: Policy) => {
  const [before, after] = sideBySide(DEFAULT_RULES, policy, TODAY);
  return { before, after, from: '2021-01-01' as IsoDate, to: TODAY, holder: nobody };
};

// Adopted before its facts, its notices are owed as the days pass; adopted among them, those of the past are suppressed but for the highest.
describe.each([
  ['ledger', '2020-01-02', 'regionsToConfigure'],
  ['backlog', '2020-01-02', 'placesToConfigure'],
  ['backlog', '2022-10-10', 'placesToConfigure'],
])('the sample %s, adopted on %s', (name, adopted, places) => {
  let store: EventStore;
  beforeAll(async () => {
    store = memoryStore(() => new Date(`${adopted}T02:00:00Z`));
    const regions = (JSON.parse(readFileSync(acceptance(`expected-${name}.json`), 'utf8')) as Record<string, string[]>)[
      places
    ]!;
    const stored = { find: async () => candidatesOf([]), history: async () => [] };
    await importWorkbook(
      {
        path: acceptance(`sample-${name}.xlsx`),
        dryRun: false,
        today: '2026-11-25' as IsoDate,
        actor: { user: 'importer', unit: null },
      },
      { store, stored, known: { regions, regionKinds: true, units: new Set() } },
    );
  });

  it('shows and tells the same under the policy in force, to the last notice', async () => {
    const { differences, counts } = await replay(store, question(DEFAULT_POLICY), all);
    expect([differences, counts]).toEqual([[], { colour: 0, notice: 0, list: 0, due: 0, projects: 0, matters: 0 }]);
  });
  it('shows what a sharper policy would change, counts it whole however little is answered, and only for who may see it', async () => {
    const sharper = question({
      ...DEFAULT_POLICY,
      scale: { blueDaysBefore: 30, yellowDaysLate: 1, orangeDaysLate: 8, redDaysLate: 15 },
    });
    const { differences, counts } = await replay(store, sharper, all);
    expect(counts.colour).toBeGreaterThan(0);
    expect(counts.notice).toBeGreaterThan(0);
    expect(differences.length).toBe(counts.colour + counts.notice + counts.list + counts.due);
    expect(new Set(differences.map(({ project }) => project!.id)).size).toBe(counts.projects);
    const short = await replay(store, sharper, all, { most: 3 });
    expect([short.differences, short.counts]).toEqual([differences.slice(0, 3), counts]);
    const { code } = differences[0]!.project!;
    const mine = await replay(store, sharper, { ...all, project: (project: KnownProject) => project.code === code });
    expect(mine.differences).toEqual(differences.filter(({ project }) => project!.code === code));
  });
});
