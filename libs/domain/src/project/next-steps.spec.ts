import { CLOCK_NAMES } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import { aboutCommand } from './commands.ts';
import { nextSteps } from './next-steps.ts';
import { PHASES } from './phases.ts';

it('what stops the clock that decides comes before what moves a project on', () => {
  expect(nextSteps({ phase: 'signing', startReported: null }, 'no-progress')).toEqual([
    'ReportProgress',
    'ReportStart',
    'CertifyStart',
  ]);
  expect(nextSteps({ phase: 'start', startReported: null }, 'first-funds')).toEqual([
    'CertifyArrival',
    'ReportArrival',
    'EnterStatistics',
  ]);
});

it('a start that was reported waits for its certification and is not reported again', () => {
  const reported = { on: '2026-05-06' as IsoDate, version: 3 };
  expect(nextSteps({ phase: 'signing', startReported: reported }, 'agreed-start')).toEqual(['CertifyStart']);
});

it('where no clock presses, what moves the project on is all', () => {
  expect(nextSteps({ phase: 'signing', startReported: null }, null)).toEqual(['ReportStart', 'CertifyStart']);
  expect(nextSteps({ phase: 'dropped', startReported: null }, null)).toEqual([]);
});

it('where no clock presses, a step is one that the phase allows', () => {
  for (const phase of PHASES)
    for (const step of nextSteps({ phase, startReported: null }, null))
      expect([phase, step, aboutCommand(step).when.includes(phase)]).toEqual([phase, step, true]);
});

it('no step is named twice, whatever decides', () => {
  for (const phase of PHASES)
    for (const clock of CLOCK_NAMES) {
      const steps = nextSteps({ phase, startReported: null }, clock);
      expect(new Set(steps).size).toBe(steps.length);
    }
});
