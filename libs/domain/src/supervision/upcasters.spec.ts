import { upcast } from '../upcasters.ts';
import { ORDER } from './decide.ts';
import type { Order } from './order.ts';

const ISSUED = { number: '督办〔2026〕1号', project: 'p', projectName: '桥', people: [], rung: 'supervision' };
const read = (rule: string) => upcast('OrderIssued', 1, { ...ISSUED, rule }).data;

describe('what an order of release 0.2 was about', () => {
  it.each([
    ['约定开工（应于 2026-03-31）', [{ clock: 'agreed-start', due: '2026-03-31' }]],
    [
      '土地闲置（2026-03-31）、到位 15%（应于 2026-04-30）',
      [
        { clock: 'idle-land', due: '2026-03-31' },
        { clock: 'funds-15-percent', due: '2026-04-30' },
      ],
    ],
    [
      'agreed-start 2026-03-31；洽谈（重大）（2026-04-30）',
      [
        { clock: 'agreed-start', due: '2026-03-31' },
        { clock: 'negotiation-large', due: '2026-04-30' },
      ],
    ],
  ])('%s is read as clocks and days', (rule, breached) => expect(read(rule)).toEqual({ ...ISSUED, breached }));

  it.each([
    '桩基未进场',
    '桩基未进场（2026-03-31）',
    '约定开工（应于 2026-03-31）、另查',
    '约定开工（应于 2026-13-31）',
  ])('%s stays in the words of the person who wrote it', (rule) => expect(read(rule)).toEqual({ ...ISSUED, rule }));

  it('is said in both languages', () => {
    const order = ORDER.evolve({ state: 'none' }, {
      type: 'OrderIssued',
      occurredOn: '2026-04-01',
      data: read('约定开工（应于 2026-03-31）'),
    } as never);
    expect(ORDER.line(order as Order).title).toEqual({
      zh: '桥：约定开工（应于 2026-03-31）',
      en: '桥: Agreed start (due 2026-03-31)',
    });
  });
});
