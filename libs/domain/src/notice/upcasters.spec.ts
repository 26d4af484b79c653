import type { IsoDate } from '../dates.ts';
import { reasonWords } from '../words/reasons.ts';
import { reasonIn, type Reason } from './reasons.ts';
import { NOTICE_UPCASTERS } from './upcasters.ts';

/** Every sentence that release 0.2 wrote, and what it said. */
const SENTENCES: readonly (readonly [string, Reason])[] = [
  ['before adoption', { code: 'before-adoption', data: {} }],
  ['highest rung reached before adoption', { code: 'highest-before-adoption', data: {} }],
  ['before the fact was recorded', { code: 'known-too-late', data: {} }],
  ['the highest rung reached before the fact was recorded', { code: 'highest-known-late', data: {} }],
  [
    'the clock stopped on 2026-03-02, before the day of sending',
    { code: 'clock-stopped', data: { on: '2026-03-02' as IsoDate } },
  ],
  ['no longer owed: its clock stopped', { code: 'no-longer-owed', data: {} }],
  ['nobody holds: steward, liaisons', { code: 'nobody-holds', data: { roles: ['steward', 'liaisons'] } }],
];

describe('the reason of a notice that release 0.2 recorded as a sentence', () => {
  it.each(SENTENCES)('%s: is read as what it said', (sentence, meant) => {
    expect(reasonIn(sentence)).toEqual(meant);
    const { zh, en } = reasonWords(meant);
    expect([zh, en].every((text) => text !== '' && !text.includes('undefined'))).toBe(true);
  });

  it('that none of them is stays readable as it was written', () =>
    expect(reasonIn('told by telephone')).toEqual({ code: 'as-recorded', data: { text: 'told by telephone' } }));

  it('stays what it is where it is a code already, and nothing where there was none', () => {
    const coded: Reason = { code: 'known-too-late', data: {} };
    expect([reasonIn(coded), reasonIn(undefined)]).toEqual([coded, null]);
  });

  it('is read in every kind of record that holds one, and nothing else of the record changes', () => {
    const about = { subject: 'project-x', clock: 'agreed-start', rung: 'due', recurrence: 1 };
    const read = { ...about, why: { code: 'before-adoption', data: {} } };
    const kept = { ...about, why: 'before adoption' };
    for (const type of ['NoticeIssued', 'NoticeWithdrawn', 'NoticesSuppressed'] as const)
      expect(NOTICE_UPCASTERS[type][1](kept)).toEqual(read);
    expect(NOTICE_UPCASTERS.NoticesDispatched[1]({ issued: [about], suppressed: [kept], withdrawn: [kept] })).toEqual({
      issued: [about],
      suppressed: [read],
      withdrawn: [read],
    });
    expect(NOTICE_UPCASTERS.NoticeFellBack[1]({ from: 'mail', why: 'smtp-550' })).toEqual({
      from: 'mail',
      why: { code: 'not-delivered', data: { failure: 'smtp-550' } },
    });
  });

  it('says that nobody was found, where the notice was sent late as well', () =>
    expect(NOTICE_UPCASTERS.NoticeIssued[1]({ why: 'before adoption', unaddressed: 'nobody holds: steward' })).toEqual({
      why: { code: 'nobody-holds', data: { roles: ['steward'] } },
    }));
});
