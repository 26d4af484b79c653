import { decidingFirst, whySentence } from './why-sentence.ts';

const clock = (name: 'agreed-start' | 'no-progress', colour: 'red' | 'blue', daysLate: number, due: string) => ({
  clock: name,
  policyVersion: 1,
  startedBy: { event: 'ContractSigned', version: 1, on: '2023-01-01' },
  due,
  daysLate,
  colour,
  pauses: [],
  counted: { unit: 'days' as const, length: null, holidays: [], unpublishedYears: [] },
  warnings: [],
  crossings: colour === 'red' ? [{ colour: 'red' as const, on: '2024-10-16' }] : [],
});
const explanation = {
  project: { id: 'p', code: 'Z-1', name: '轴承项目' },
  asOf: '2026-11-28',
  phase: 'signing',
  colour: 'red' as const,
  clock: 'agreed-start',
  steps: [],
  clocks: [clock('no-progress', 'blue', -12, '2026-12-10'), clock('agreed-start', 'red', 864, '2024-07-17')],
};

it('says why a project is red in one sentence, with the clock that decides', () => {
  expect(whySentence(explanation, 'zh')).toBe('红色：约定开工 2024-07-17 逾期 864 天（2024-10-16 起红）');
  expect(whySentence(explanation, 'en')).toBe('Red: Agreed start 2024-07-17 864 days late (red since 2024-10-16)');
});

it('a clock whose warning is longer than itself warns from its own first day on', () => {
  const short = {
    ...clock('no-progress', 'blue', -1, '2026-11-30'),
    startedBy: { event: 'LeadRegistered', version: 1, on: '2026-11-29' },
    crossings: [{ colour: 'blue' as const, on: '2026-10-31' }],
  };
  const lead = { ...explanation, asOf: '2026-11-29', colour: 'blue' as const, clock: 'no-progress', clocks: [short] };
  expect(whySentence(lead, 'zh')).toMatch(/2026-11-30 还有 1 天（2026-11-29 起蓝）$/);
});

it('says of a green project what falls due next', () => {
  const far = { ...clock('agreed-start', 'blue', -105, '2027-03-15'), colour: 'green' as const };
  const near = { ...clock('no-progress', 'blue', -61, '2027-01-30'), colour: 'green' as const };
  const green = { ...explanation, colour: 'green' as const, clock: null, clocks: [far, near] };
  expect(whySentence(green, 'zh')).toBe('绿色：最近到期 无进展 2027-01-30 还有 61 天');
  expect(whySentence({ ...green, clocks: [] }, 'zh')).toBeNull();
});

it('lists the deciding clock first, whatever order the clocks come in', () => {
  expect(decidingFirst(explanation).map((one) => one.clock)).toEqual(['agreed-start', 'no-progress']);
});
