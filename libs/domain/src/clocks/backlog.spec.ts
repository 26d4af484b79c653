import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkingDay } from '../calendar/calendar.ts';
import {
  DEFAULT_RULES,
  addDays,
  colourOf,
  daysBetween,
  daysLateOn,
  fold,
  fromUnit,
  monthsBetween,
  runningClocks,
  worstOn,
  type IsoDate,
  type KnownProject,
  type Placed,
  type ProjectEvent,
} from '../index.ts';

type Json = { readonly [key: string]: unknown };
const expected = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/acceptance/expected-backlog.json'), 'utf8'),
) as Json;

const history = (facts: Json): Placed[] => {
  const events: ProjectEvent[] = [];
  const say = (type: ProjectEvent['type'], on: string | null | undefined, data: object): void => {
    if (on) events.push({ type, occurredOn: on as IsoDate, data } as ProjectEvent);
  };
  say(
    facts['registeredOn'] ? 'LeadRegistered' : 'ProjectRecorded',
    (facts['registeredOn'] ?? facts['signedOn'] ?? facts['openedOn']) as string,
    { code: facts['code'], title: facts['name'] },
  );
  const day = (field: string): string | null => (facts[field] as string | null | undefined) ?? null;
  say('LeadAcknowledged', day('acknowledgedOn'), {});
  say('LeadScreened', day('screenedOn'), { valuable: true });
  say('LeadFedBack', day('fedBackOn'), {});
  say('NegotiationOpened', day('openedOn'), { class: facts['kind'] ?? 'standard' });
  say('NegotiationExtended', day('extendedOn'), { until: facts['extendedTo'], reason: 'approved' });
  say('ContractSigned', day('signedOn'), {
    contracted: fromUnit((facts['contractedWan'] as string | undefined) ?? '1', '万元'),
    ...(facts['agreedStart'] ? { agreedStart: facts['agreedStart'] } : {}),
    ...(facts['land'] ? { landMode: facts['land'] } : {}),
  });
  say('ContractAmended', day('changedOn'), { kind: 'schedule', agreedStartTo: facts['agreedStartChangedTo'] });
  say('StartReported', day('reportedOn'), {});
  say('StartCertified', day('startOn'), {});
  say('StatisticsEntered', day('enteredOn'), {});
  for (const line of (facts['progress'] ?? []) as string[]) say('ProgressReported', line, { text: 'line' });
  for (const [index, line] of ((facts['arrivals'] ?? []) as string[]).entries()) {
    const [on = '', wan = ''] = line.split(' ');
    say('ArrivalReported', on, { arrival: String(index), amount: fromUnit(wan, '万元'), kind: 'other' });
    say('ArrivalCertified', on, { arrival: String(index) });
  }
  const { hold, excuse } = facts as {
    hold?: { from: string; until: string; why: string };
    excuse?: { from: string; until: string; why: string; clock: string };
  };
  if (hold) say('ProjectSuspended', hold.from, { reason: hold.why, expectedEnd: hold.until });
  if (excuse) say('ExcuseAccepted', excuse.from, { clock: excuse.clock, until: excuse.until, reason: excuse.why });
  say('ProjectTerminated', day('terminatedOn'), { kind: 'by-investor', reason: 'gone' });
  say('LeadDropped', day('droppedOn'), { reason: 'gone' });
  return events.map((event, index) => ({ ...event, version: index + 1 }));
};

const facts = new Map(
  [...(expected['facts'] as Json[]), ...(expected['otherFacts'] as Json[])].map((one) => [one['code'] as string, one]),
);
const on = (code: string, day: IsoDate): KnownProject | null => {
  const project = fold(history(facts.get(code)!).filter(({ occurredOn }) => occurredOn <= day));
  return project.phase === 'none' ? null : project;
};

const published = expected['calendar'] as Record<string, { off: string[]; worked: string[] }>;
const daysOff = Object.values(published)
  .flatMap(({ off }) => off)
  .flatMap((range) => {
    const [first = '', last = first] = range.split('..');
    return Array.from({ length: daysBetween(first as IsoDate, last as IsoDate) + 1 }, (_, index) =>
      addDays(first as IsoDate, index),
    );
  })
  .sort();

it('has the days off and the worked weekend days of the county’s calendar', () => {
  const worked = Object.values(published).flatMap((year) => year.worked);
  expect(daysOff.filter((day) => isWorkingDay(day, DEFAULT_RULES.calendar))).toEqual([]);
  expect(worked.filter((day) => !isWorkingDay(day as IsoDate, DEFAULT_RULES.calendar))).toEqual([]);
  const off = [...DEFAULT_RULES.calendar.off.keys()].filter((day) => day >= '2022-01-01' && day < '2023-12-30').sort(); // those of New Year 2024 are in its own notice
  expect(off).toEqual(daysOff);
  expect([...DEFAULT_RULES.calendar.worked].filter((day) => /^202[23]/.test(day)).sort()).toEqual([...worked].sort());
});

describe.each(Object.keys(expected['views'] as Json))('the county’s backlog on %s', (asOf) => {
  const day = asOf as IsoDate;
  const view = (expected['views'] as Json)[asOf] as Json;
  const rows = [...(view['projects'] as Json[]), ...(view['negotiation'] as Json[])];

  it.each(rows.map((row) => [row['code'] as string, row['case'] as string, row] as const))(
    '%s: %s',
    (code, _case, row) => {
      const project = on(code, day)!;
      const clocks = runningClocks(project, DEFAULT_RULES.policyOn(day), DEFAULT_RULES.calendar);
      const worst = worstOn(clocks, day);
      if (row['colour'] === null) expect(clocks).toEqual([]);
      else expect(worst.colour).toBe(row['colour']);
      if (row['ageMonths'] !== undefined && project.contract)
        expect(monthsBetween(project.contract.on, day)).toBe(row['ageMonths']);
      if (row['decides'])
        expect([worst.clock, ...worst.alsoAtWorst].filter((clock) => clock !== null).sort()).toEqual(
          [...(row['decides'] as string[])].sort(),
        );

      const own = (row['clocks'] ?? []) as Json[];
      if (row['clocks'])
        expect(
          clocks
            .filter(({ clock }) => clock !== 'idle-land')
            .map(({ clock }) => clock as string)
            .sort(),
        ).toEqual(own.map((clock) => clock['clock'] as string).sort());
      for (const wanted of own) {
        const clock = clocks.find((one) => one.clock === wanted['clock'])!;
        expect(clock.startedBy.on).toBe(wanted['start']);
        // The file leaves open whether a clock with its own colours is blue before its first: it is (README, "Colours").
        const colour = colourOf(clock, day);
        expect(wanted['thresholds'] && colour === 'blue' ? 'green' : colour).toBe(wanted['colour']);
        if (wanted['due']) expect(clock.due).toBe(wanted['due']);
        if (wanted['lengthDays'] !== undefined)
          expect(daysBetween(clock.startedBy.on, clock.baseDue!)).toBe(wanted['lengthDays']);
        // Counted days are those since the start that no pause held; the file leaves out the length where a clock has colours of its own.
        expect(daysBetween(clock.startedBy.on, clock.baseDue!) + daysLateOn(clock, day)!).toBe(wanted['countedDays']);
        if (wanted['daysLate'] !== undefined) expect(daysLateOn(clock, day)).toBe(wanted['daysLate']);
        if (wanted['crossings'])
          expect(Object.fromEntries(clock.crossings.map(({ colour, on: from }) => [colour, from]))).toEqual(
            wanted['crossings'],
          );
        if (wanted['pauses'])
          expect(clock.pauses.map(({ from, to }) => ({ from, until: to }))).toEqual(
            (wanted['pauses'] as { from: string; until: string }[]).map(({ from, until }) => ({ from, until })),
          );
        // Colours of lateness begin on the day after the threshold that the file names (README, "Clocks").
        const thresholds = (wanted['thresholds'] ?? {}) as Record<string, IsoDate>;
        for (const colour of ['yellow', 'orange', 'red'] as const)
          if (thresholds[colour])
            expect(clock.crossings.find((crossing) => crossing.colour === colour)?.on).toBe(
              addDays(thresholds[colour], 1),
            );
        if (thresholds['proposedForWithdrawal'])
          expect(clock.warnings.find(({ what }) => what === 'proposed-for-withdrawal')?.on).toBe(
            addDays(thresholds['proposedForWithdrawal'], 1),
          );
      }
      const idle = row['idleLand'] as { feeWarningOn?: string; recoveryWarningOn?: string } | undefined;
      if (idle) {
        const warnings = clocks.find(({ clock }) => clock === 'idle-land')!.warnings;
        expect(warnings.map(({ on: from }) => from)).toEqual([idle.feeWarningOn, idle.recoveryWarningOn]);
      }
    },
  );

  it.each((view['leads'] as Json[]).map((lead) => [lead['code'] as string, lead['case'] as string, lead] as const))(
    'lead %s: %s',
    (code, _case, lead) => {
      const steps = lead['steps'] as {
        workingDays: number;
        due: string;
        doneOn: string | null;
        colour?: string;
        daysLate?: number;
      }[];
      const open = steps.find(({ doneOn }) => doneOn === null);
      const clock = runningClocks(on(code, day)!, DEFAULT_RULES.policyOn(day), DEFAULT_RULES.calendar).find(
        (one) => one.clock === 'lead-response',
      );
      expect(clock?.due).toBe(open?.due);
      if (clock !== undefined) {
        // what it passed over is named: the file's days off between the registration and the due day, no others
        expect(clock.holidays.map((named) => named.split(' ')[1])).toEqual(
          daysOff.filter((off) => off > clock.startedBy.on && off < clock.due!),
        );
        expect(clock.length).toEqual({
          unit: 'working-days',
          value: steps.find(({ doneOn }) => doneOn === null)!.workingDays,
        });
      }
      if (open?.colour) expect(colourOf(clock!, day)).toBe(open.colour);
      if (open?.daysLate !== undefined) expect(daysLateOn(clock!, day)).toBe(open.daysLate);
    },
  );
});
