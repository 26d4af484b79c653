import fc from 'fast-check';
import { given, TODAY } from '../../../../test/support/specify-project.ts';
import { c, day, e, recorded, yuan } from '../../../../test/support/project-facts.ts';
import { addDays } from '../dates.ts';
import { Rejected } from '../rejected.ts';
import type { ProjectCommand, ProjectCommandType } from './commands.ts';
import type { Placed } from './corrections.ts';
import { decide } from './decide.ts';
import { fold } from './fold.ts';
import { toldIn } from './known-facts.ts';
import { PHASES } from './phases.ts';
import { placed } from './placed.ts';

describe('for any sequence of commands', () => {
  const past = fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days));
  const text = fc.string({ minLength: 1, maxLength: 8 });
  const amount = fc.integer({ min: 1, max: 9_999 }).map((n) => yuan(`${n}0000.00`));
  const any = (type: ProjectCommandType, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
    fc.record({ occurredOn: past, ...fields }).map((values) => c(type, values));
  const command = fc.oneof(
    any('RegisterLead', { code: fc.constant('A1'), title: fc.constant('Bearings') }),
    any('AcknowledgeLead'),
    any('ScreenLead', { valuable: fc.boolean() }),
    any('OpenNegotiation', { class: fc.constantFrom('standard', 'large') }),
    any('ReportProgress', { text }),
    any('SignContract', { contracted: amount, agreedStart: past }),
    any('AmendContract', { kind: fc.constant('increase'), contractedTo: amount }),
    any('ReportStart'),
    any('CertifyStart'),
    any('EnterStatistics'),
    any('ReportArrival', { arrival: fc.constantFrom('a', 'b', 'c'), amount, kind: fc.constant('other') }),
    any('CertifyArrival', { arrival: fc.constantFrom('a', 'b', 'c') }),
    any('ReverseArrival', { arrival: fc.constantFrom('a', 'b'), reason: text }),
    any('SuspendProject', { reason: text }),
    any('ResumeProject'),
    any('TerminateProject', { kind: fc.constant('revoked'), reason: text }),
    any('DropLead', { reason: text }),
    any('VoidFact', { target: fc.integer({ min: 1, max: 12 }), reason: text }),
  );

  it('the model holds: one signing, certified money is reported money, the phase follows the table, and a command given twice adds nothing', () =>
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const history: Placed[] = [];
        const circumstances = {
          today: TODAY,
          closedMonths: new Set<string>(),
          gates: { preReview: false, jointReview: false },
          people: new Map(),
        };
        const accepted = (one: ProjectCommand): readonly Placed[] | null => {
          try {
            return placed(decide(one, fold(history), circumstances, toldIn(history)), history.length);
          } catch (error) {
            if (error instanceof Rejected) return null;
            throw error;
          }
        };
        for (const one of commands) {
          const news = accepted(one);
          if (news === null) continue;
          history.push(...news);
          const project = fold(history);
          if (project.phase === 'none') continue;
          const standing = history.filter(
            ({ version }) => !history.some((event) => event.type === 'FactVoided' && event.data.target === version),
          );
          const signings = standing.filter(({ type }) => type === 'ContractSigned').length;
          if (!history.some(({ type }) => type === 'FactVoided')) expect(signings).toBeLessThanOrEqual(1);
          for (const one of project.arrivals)
            if (one.reversed !== null)
              expect(standing.some((event) => event.type === 'ArrivalReversed' && event.data.arrival === one.id)).toBe(
                true,
              );
          expect(PHASES).toContain(project.phase);
          expect(fold([...history].reverse().sort((a, b) => a.version - b.version))).toEqual(project);
          if (one.type !== 'VoidFact' && news.length > 0) expect([[], null]).toContainEqual(accepted(one));
        }
      }),
      { numRuns: 300 },
    ));
});

it('a hold that was told late is nothing new when it is told again', () => {
  const suspended = (on: string) => e('ProjectSuspended', on, { reason: 'shares' });
  const past = [recorded, suspended('2025-06-05'), e('ProjectResumed', '2025-06-05', {}), suspended('2025-06-04')];
  given(past)
    .when(c('SuspendProject', { reason: 'shares', occurredOn: day('2025-06-04') }))
    .then([]);
});
