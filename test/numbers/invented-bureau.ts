import type { ProjectEvent } from '#domain';
import { e, yuan } from '../support/project-facts.ts';
import type { Chance } from '../simulation/chance.ts';

const UNITS = ['一局', '二局', '三局'];
const CHAINS = ['芯片', '轴承', undefined];
const ORIGINS = ['overseas', 'out-of-province', 'out-of-city', 'local', undefined];

const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Facts that some bureaus tell months later than others. */
const TOLD_LATE = new Set(['LeadScreened', 'PreReviewDecided', 'StatisticsEntered', 'StartCertified', 'OwnerAssigned']);

/** A project's facts in business order. */
const life = (code: string, { below, often, one }: Chance): ProjectEvent[] => {
  let day = dayAfter('2021-06-01', below(800));
  const later = (most: number): string => (day = dayAfter(day, 1 + below(most)));
  const chain = one(CHAINS);
  const identity = { code, title: code, unit: one(UNITS), ...(chain === undefined ? {} : { chain }) };
  const lead = often(0.6);
  const facts = [e(lead ? 'LeadRegistered' : 'ProjectRecorded', day, identity)];
  if (lead && often(0.7)) facts.push(e('LeadScreened', later(20), { valuable: often(0.5) }));
  if (often(0.4)) facts.push(e('PreReviewDecided', later(40), { result: one(['passed', 'returned', 'failed']) }));
  if (often(0.2)) facts.push(e('PreReviewDecided', later(40), { result: 'passed' }));
  if (often(0.2)) return facts;
  const contracted = yuan(`${1 + below(900)}.${10 + below(90)}`);
  facts.push(e('ContractSigned', later(120), { contracted, landMode: 'lease' }));
  if (often(0.3))
    facts.push(
      e('ContractAmended', later(90), {
        kind: 'increase',
        contractedFrom: contracted,
        contractedTo: yuan(`${1000 + below(900)}.00`),
      }),
    );
  if (often(0.3)) facts.push(e('OwnerAssigned', later(60), { unit: one(UNITS) }));
  if (often(0.15)) {
    facts.push(e('ProjectTerminated', later(200), { kind: 'by-investor', reason: 'gone' }));
    return facts;
  }
  if (often(0.6)) facts.push(e('StartCertified', later(300)));
  if (often(0.4)) facts.push(e('StatisticsEntered', later(60), {}));
  for (const arrival of ['a', 'b', 'c']) {
    if (often(0.4)) continue;
    const origin = one(ORIGINS);
    const amount = yuan(`${1 + below(500)}.${10 + below(90)}`, often(0.2) ? 'USD' : 'CNY');
    facts.push(
      e('ArrivalReported', later(60), {
        arrival,
        amount,
        kind: 'building',
        ...(origin === undefined ? {} : { origin }),
      }),
    );
    if (often(0.8)) facts.push(e('ArrivalCertified', later(20), { arrival }));
    if (often(0.15)) facts.push(e('ArrivalReversed', later(100), { arrival, reason: 'returned' }));
  }
  return facts;
};

const versionOf = (facts: readonly ProjectEvent[], type: ProjectEvent['type']): number =>
  facts.findIndex((fact) => fact.type === type) + 1;

/** What is found out afterwards: an amount mistyped, a start dated wrongly, a fact that never was. */
const corrections = (facts: readonly ProjectEvent[], { below, often }: Chance): ProjectEvent[] => {
  const found: ProjectEvent[] = [];
  const on = '2024-06-01';
  const [signing, start, entry] = (['ContractSigned', 'StartCertified', 'StatisticsEntered'] as const).map((type) =>
    versionOf(facts, type),
  );
  if (signing! > 0 && often(0.2))
    found.push(
      e('FactCorrected', on, {
        target: signing,
        field: 'contracted',
        from: null,
        to: yuan(`${1 + below(50)}.00`),
        reason: 'x',
      }),
    );
  if (start! > 0 && often(0.2)) {
    const to = dayAfter(facts[start! - 1]!.occurredOn, 1 + below(120));
    found.push(e('FactCorrected', on, { target: start, field: 'occurredOn', from: null, to, reason: 'x' }));
  } else if (start! > 0 && often(0.15)) found.push(e('FactVoided', on, { target: start, reason: 'x' }));
  if (entry! > 0 && often(0.15)) found.push(e('FactVoided', on, { target: entry, reason: 'x' }));
  return found;
};

/** A project's facts in the order in which they are told. */
export const inventedProject = (code: string, chance: Chance): readonly ProjectEvent[] => {
  const facts = life(code, chance);
  const late = facts.filter(({ type }) => TOLD_LATE.has(type) && chance.often(0.25));
  const told = [...facts.filter((fact) => !late.includes(fact)), ...late];
  return [...told, ...corrections(told, chance)];
};
