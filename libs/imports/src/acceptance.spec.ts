import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, inUnit, type IsoDate, type Placed, type Project, type ProjectEvent } from '#domain';
import { memoryStore, type EventStore } from '#event-store';
import { importWorkbook } from './import.ts';
import type { ImportReport } from './report.ts';
import { candidatesOf, type StoredProjects } from './plans/stored.ts';

const at = (file: string): string => join(__dirname, '../../../test/acceptance', file);
const read = <T>(name: string): T => JSON.parse(readFileSync(at(`expected-${name}.json`), 'utf8')) as T;
const nothing: StoredProjects = { find: async () => candidatesOf([]), history: async () => [] };
const actor = { user: 'importer', unit: null };

const run = async (
  name: string,
  regions: readonly string[],
): Promise<{ report: ImportReport; store: EventStore; projects: Map<string, Exclude<Project, { phase: 'none' }>> }> => {
  const store = memoryStore();
  const { report } = await importWorkbook(
    { path: at(`sample-${name}.xlsx`), dryRun: false, today: '2026-11-25' as IsoDate, actor },
    { store, stored: nothing, known: { regions, regionKinds: true, units: new Set() } },
  );
  const projects = new Map<string, Exclude<Project, { phase: 'none' }>>();
  for await (const events of store.readByStream('project-', await store.head())) {
    const project = fold(events.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version })));
    if (project.phase !== 'none') projects.set(project.code, project);
  }
  return { report, store, projects };
};
const wan = (money: { amount: string; currency: string } | null | undefined): string | null =>
  money ? inUnit(money, '万元') : null;
/** A day that the file knows to the month matches any day of it. */
const sameDay = (stored: string | null | undefined, expected: string | null): void => {
  if (expected !== null && expected.length === 7) expect(stored?.slice(0, 7)).toBe(expected);
  else expect(stored ?? null).toBe(expected);
};

interface DefectRow {
  code: string;
  voucher?: string;
  row: number;
  verdict: string;
  name?: string;
  region?: string;
  signedOn?: string;
  contractedWan?: string;
  startOn?: string | null;
}
interface Defects {
  regionsToConfigure: string[];
  findings: {
    row: number;
    code: string;
    verdict: string;
    field: string | null;
    cell?: string;
    alsoAcceptable?: string[];
  }[];
  projects: DefectRow[];
  arrivals: DefectRow[];
  counts: { projects: Record<string, number>; arrivals: Record<string, number> };
  passedOver: { sheet: string; row: number; what: string }[];
}

describe('the sample with defects', () => {
  const expected = read<Defects>('defects');
  let done: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    done = await run('defects', expected.regionsToConfigure);
  });
  const verdict = (sheet: string, row: number): string =>
    done.report.rows.find((one) => one.sheet === sheet && one.row === row)?.verdict ?? 'accept';

  it.each(expected.projects.map((row) => [row.code, row] as const))(
    'project row %s has its verdict and what is stored',
    (code, row) => {
      expect(verdict('待导入项目', row.row)).toBe(row.verdict);
      const project = done.projects.get(code);
      expect(project !== undefined).toBe(row.verdict === 'accept' || row.verdict === 'warn');
      if (project === undefined) return;
      expect([project.title, project.hostRegion]).toEqual([row.name, row.region]);
      expect(project.contract?.on ?? project.framework?.on).toBe(row.signedOn);
      expect(wan(project.contract?.contracted ?? project.framework?.amount)).toBe(row.contractedWan);
      expect(project.startCertified?.on ?? null).toBe(row.startOn);
    },
  );
  it.each(expected.arrivals.map((row) => [row.voucher, row] as const))('arrival %s has its verdict', (_voucher, row) =>
    expect(verdict('待导入到账', row.row)).toBe(row.verdict),
  );
  it.each(
    expected.findings.filter(({ verdict: wanted }) => wanted !== 'accept').map((one) => [one.code, one] as const),
  )('names field and cell of what is wrong with %s', (_code, one) => {
    const found = done.report.rows.find(({ sheet, row }) => sheet === '待导入项目' && row === one.row)!;
    expect(found.findings.map(({ cell }) => cell)).toContain(one.cell ?? null);
  });
  it('counts every row once', () => {
    for (const [index, kind] of (['projects', 'arrivals'] as const).entries()) {
      const { read: all, passedOver, accepted, warned, held, rejected, unchanged } = done.report.sheets[index]!.rows;
      const wanted = expected.counts[kind];
      expect({ accept: accepted, warn: warned, held, reject: rejected }).toEqual({
        accept: wanted['accept'],
        warn: wanted['warn'],
        held: wanted['held'],
        reject: wanted['reject'],
      });
      expect(accepted + warned + held + rejected + unchanged + passedOver).toBe(all);
    }
    expect(done.report.sheets[0]!.rows.passedOver).toBe(
      expected.passedOver.filter(({ what }) => what !== 'blank row').length,
    );
  });
});

interface Ledger {
  regionsToConfigure: string[];
  projects: Record<string, string | number | null>[];
  leads: Record<string, string | number | null>[];
  arrivals: Record<string, string | number | boolean | null>[];
  frameworks: { code: string }[];
  passedOver: { sheet: string; row: number }[];
  warned: { sheet: string; row: number }[];
  verdicts: Record<string, Record<string, number>>;
}
describe('the sample ledger', () => {
  const expected = read<Ledger>('ledger');
  let done: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    done = await run('ledger', expected.regionsToConfigure);
  });

  it('gives every row its verdict', () => {
    expect(done.report.rows.map(({ sheet, row, verdict }) => [sheet, row, verdict])).toEqual(
      expected.warned.map(({ sheet, row }) => [sheet, row, 'warn']),
    );
    expect(done.report.sheets.reduce((sum, { kind, rows }) => sum + (kind === 'notes' ? 0 : rows.passedOver), 0)).toBe(
      expected.passedOver.length,
    );
    for (const [kind, wanted] of Object.entries(expected.verdicts)) {
      const { accepted, warned, held, rejected } = done.report.sheets.find((sheet) => sheet.kind === kind)!.rows;
      expect({ accept: accepted, warn: warned, held, reject: rejected }).toEqual(wanted);
    }
  });
  it.each(expected.projects.map((row) => [row['code'] as string, row] as const))(
    'project %s is stored as the file means it',
    (code, row) => {
      const project = done.projects.get(code)!;
      const framework = expected.frameworks.some((one) => one.code === code);
      expect([
        project.title,
        project.hostRegion,
        project.owner.unit,
        project.investor,
        project.creditCode ?? null,
        project.chain ?? null,
      ]).toEqual([row['name'], row['region'], row['unit'], row['investor'], row['uscc'], row['chain']]);
      sameDay(project.negotiation?.on, row['openedOn'] as string | null);
      sameDay(project.contract?.on ?? project.framework?.on, row['signedOn'] as string | null);
      expect(project.contract === null).toBe(framework);
      expect(wan(project.contract?.contracted ?? project.framework?.amount)).toBe(row['contractedWan']);
      if (project.contract) {
        expect([project.contract.number, wan(project.contract.fixedAssets), project.contract.landMode]).toEqual([
          row['contractNo'],
          row['fixedWan'],
          row['land'],
        ]);
        sameDay(project.contract.agreedStart?.date, row['agreedStart'] as string | null);
      }
      sameDay(project.startReported?.on, row['reportedOn'] as string | null);
      sameDay(project.startCertified?.on, row['startOn'] as string | null);
      sameDay(project.statisticsEntered?.on, row['enteredOn'] as string | null);
      sameDay(project.end?.on, row['terminatedOn'] as string | null);
      sameDay(project.preReview?.on, row['reviewedOn'] as string | null);
    },
  );
  it.each(expected.leads.map((row) => [row['code'] as string, row] as const))(
    'lead %s is stored as the file means it',
    (code, row) => {
      const lead = done.projects.get(code)!;
      expect([lead.title, lead.owner.unit, wan(lead.intendedAmount)]).toEqual([row['name'], row['unit'], row['wan']]);
      sameDay(lead.registered.on, row['registeredOn'] as string);
      sameDay(lead.acknowledged?.on, row['acknowledgedOn'] as string | null);
      expect(lead.screened === null ? null : lead.screened.valuable ? 'valuable' : 'not').toBe(
        row['verdict'] === 'valuable' ? 'valuable' : lead.screened === null ? null : 'not',
      );
      sameDay(lead.negotiation?.on, row['openedOn'] as string | null);
      sameDay(lead.preReview?.on, row['reviewedOn'] as string | null);
      sameDay(lead.end?.on, row['droppedOn'] as string | null);
    },
  );
  it.each(expected.arrivals.map((row) => [row['voucher'] as string, row] as const))(
    'arrival %s is stored as the file means it',
    (voucher, row) => {
      const arrival = done.projects.get(row['code'] as string)!.arrivals.find((one) => one.voucher === voucher)!;
      expect([wan(arrival.amount), arrival.certified !== null]).toEqual([row['wan'], row['certified']]);
      sameDay(arrival.on, row['on'] as string);
    },
  );
});

interface Backlog {
  placesToConfigure: string[];
  facts: Record<string, unknown>[];
  otherFacts: Record<string, unknown>[];
}
describe('the sample backlog', () => {
  const expected = read<Backlog>('backlog');
  let done: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    done = await run('backlog', expected.placesToConfigure);
  });

  it('accepts every row', () => expect(done.report.rows).toEqual([]));
  it.each(expected.facts.map((row) => [row['code'] as string, row] as const))(
    'project %s is stored as the file means it',
    (code, row) => {
      const project = done.projects.get(code)!;
      const { hold, excuse } = row as {
        hold?: { from: string; until: string };
        excuse?: { from: string; until: string };
      };
      expect([project.contract!.on, wan(project.contract!.contracted), project.contract!.landMode]).toEqual([
        row['signedOn'],
        row['contractedWan'],
        row['land'],
      ]);
      expect(project.contract!.agreedStart?.date ?? null).toBe(
        row['agreedStartChangedTo'] ?? row['agreedStart'] ?? null,
      );
      expect([
        project.startCertified?.on ?? null,
        project.statisticsEntered?.on ?? null,
        project.end?.on ?? null,
      ]).toEqual([row['startOn'], row['enteredOn'], row['terminatedOn']]);
      expect(project.progress?.on ?? null).toBe((row['progress'] as string[]).at(-1) ?? null);
      expect(project.arrivals.map((one) => `${one.on} ${wan(one.amount)}`).sort()).toEqual(
        [...(row['arrivals'] as string[])].sort(),
      );
      if (hold)
        expect(project.holds.map(({ on, expectedEnd }) => [on, expectedEnd])).toEqual([[hold.from, hold.until]]);
      if (excuse)
        expect(project.excuses.map(({ on, until, clock }) => [on, until, clock])).toEqual([
          [excuse.from, excuse.until, 'agreed-start'],
        ]);
    },
  );
  it.each(expected.otherFacts.map((row) => [row['code'] as string, row] as const))(
    'lead or negotiation %s is stored as the file means it',
    (code, row) => {
      const lead = done.projects.get(code)!;
      expect([lead.negotiation?.on ?? null, lead.extension?.until ?? null, lead.end?.on ?? null]).toEqual([
        row['openedOn'] ?? null,
        row['extendedTo'] ?? null,
        row['droppedOn'] ?? null,
      ]);
      expect(lead.negotiation?.class ?? null).toBe(row['kind'] ?? null);
    },
  );
});
