import type { IsoDate, KnownProject } from '#domain';
import { fenOf, lastDayOfMonth, moneyOf } from '#domain';
import { TODAY } from './imported.ts';
import type { Outcome } from './outcome.ts';
import type { DrawnLedger } from './drawn/ledger.ts';
import type { Project } from './drawn/project.ts';

type Facts = Readonly<Record<string, string>>;

const ofMonth = (iso: string): IsoDate => lastDayOfMonth(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)));
/** The year that runs counts until today. */
const ofYear = (iso: string): string => {
  const end = `${iso.slice(0, 4)}-12-31`;
  return end < TODAY ? end : TODAY;
};
const money = (units: number, currency: string): string => `${units}.00 ${currency}`;

/** What a project of the ledger must be, as far as its sheets have columns for it. */
const meant = (
  project: Project,
  told: ReadonlySet<string>,
  how: DrawnLedger['money'],
  placed: string | undefined,
): Facts => {
  const day = (iso: string | null): string => (iso === null ? '—' : project.monthly ? ofMonth(iso) : iso);
  const { amount, fixedAssets } = project;
  const all: Facts = {
    code: project.code,
    investor: project.investor,
    industry: project.industry,
    region: project.region,
    unit: project.unit,
    leader: project.leader,
    contracted: `${project.signed ? 'contract' : 'intended'} ${money(amount.units, amount.currency)}`,
    signedOn: day(project.signedOn),
    fixedAssets: fixedAssets === null ? '—' : money(fixedAssets.units, fixedAssets.currency),
    agreedStart: project.agreed?.on ?? '—',
    startOn: day(project.startOn),
    productionOn: day(project.productionOn),
    progress: project.progress ?? '—',
  };
  const months = new Map<string, number>();
  for (const { on, amount: one } of project.arrivals) {
    const key = how === 'months' ? ofMonth(on) : how === 'years' ? ofYear(on) : on;
    months.set(key, (months.get(key) ?? 0) + one.units);
  }
  const arrivals = [...months].sort().map(([on, units]) => `${on} ${money(units, 'CNY')}`);
  return {
    ...Object.fromEntries(
      Object.entries(all).filter(([field, value]) => told.has(field) || value === '—' || field === 'contracted'),
    ),
    ...(placed === undefined ? {} : { region: placed }),
    arrivals: told.has('arrivals') ? arrivals.join(', ') : '',
  };
};

const read = (project: KnownProject): Facts => {
  const { contract, owner, arrivals } = project;
  const whole = contract?.contracted ?? project.intendedAmount;
  const summed = new Map<string, bigint>(); // what came on a day, whole or in parts
  for (const { on, amount } of arrivals) {
    const key = `${on} ${amount.currency}`;
    summed.set(key, (summed.get(key) ?? 0n) + fenOf(amount.amount));
  }
  return {
    code: project.code,
    investor: project.investor ?? '—',
    industry: project.industry ?? '—',
    region: project.hostRegion ?? '—',
    unit: owner.unit ?? '—',
    leader: owner.leader?.name ?? '—',
    contracted: `${contract === null ? 'intended' : 'contract'} ${whole?.amount} ${whole?.currency}`,
    signedOn: contract?.on ?? '—',
    fixedAssets:
      contract?.fixedAssets == null ? '—' : `${contract.fixedAssets.amount} ${contract.fixedAssets.currency}`,
    agreedStart: contract?.agreedStart?.date ?? '—',
    startOn: project.startCertified?.on ?? '—',
    productionOn: project.production?.on ?? '—',
    progress: project.progress?.text ?? '—',
    arrivals: [...summed]
      .map(([key, fen]) => `${key.slice(0, 10)} ${moneyOf(fen).amount} ${key.slice(11)}`)
      .sort()
      .join(', '),
  };
};

/** Doubts that may be said of a sound row: each can be right. */
const MAY_BE_SAID = /^(row-hidden|similar-name|order-of-magnitude|arrivals-above-contract):/;

/** What a reading got otherwise than the ledger means, or says without reason; a value that is nowhere is the worst of it. */
export const differences = (drawn: DrawnLedger, found: Outcome): readonly string[] => {
  const { projects, sheets, targets } = drawn;
  const said = found.findings.filter((one) => !MAY_BE_SAID.test(one));
  const wrong: string[] = [];
  for (const code of sheets.flatMap(({ doubts }) => doubts)) {
    const at = said.findIndex((one) => one.startsWith(`${code}:`));
    if (at < 0) wrong.push(`not said: ${code}`);
    else said.splice(at, 1);
  }
  wrong.push(...said.map((one) => `said: ${one}`));
  const passedOver = sheets.reduce((sum, one) => sum + one.passedOver, 0);
  if (found.projects.length !== projects.length)
    wrong.push(`${found.projects.length} projects, not ${projects.length}`);
  if (found.passedOver !== passedOver) wrong.push(`${found.passedOver} rows passed over, not ${passedOver}`);
  for (const one of projects) {
    const own = sheets.flatMap(({ said }) => said.filter(({ project }) => project === one.name));
    const stored = found.projects.find(({ project }) => project.title === one.name);
    if (stored === undefined) {
      wrong.push(`no ${one.name}`);
      continue;
    }
    const got = read(stored.project);
    const placed = sheets.map((sheet) => sheet.placed[one.name]).find((region) => region !== undefined);
    for (const [field, value] of Object.entries(meant(one, new Set(own.map(({ told }) => told)), drawn.money, placed)))
      if (got[field] !== value) wrong.push(`${one.name} ${field}: ${got[field]}, not ${value}`);
    if (own.some(({ told }) => told === 'remark') && !stored.told.includes(one.remark))
      wrong.push(`${one.name}: ${one.remark} vanished`);
  }
  const aims = found.targets.map(({ target: { metric, unit, year, value } }) =>
    [metric, unit, year, 'money' in value ? value.money.amount : '—'].join(' '),
  );
  for (const { metric, unit, year, yuan } of targets)
    if (!aims.includes(`${metric} ${unit} ${year} ${yuan}`)) wrong.push(`no target ${metric} ${unit} ${yuan}`);
  if (aims.length !== targets.length) wrong.push(`${aims.length} targets, not ${targets.length}`);
  return wrong;
};
