import type { IsoDate } from '#domain';
import { rowOf } from '../../../../test/imports/row.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { finding } from './findings.ts';
import { checkSaid } from './said.ts';

const day = { date: '2024-03-05' as IsoDate, month: false };
const said = (text: LedgerRow['text'], days: LedgerRow['days'] = {}, findings: LedgerRow['findings'] = []) => {
  const row = rowOf({ text, days, findings: [...findings] });
  checkSaid(row);
  return row.findings.map(({ code, field, read }) => `${code} ${field} ${read}`).join('; ');
};

it.each<[string, LedgerRow['text'], LedgerRow['days'], string]>([
  ['signed', { saidSigned: '是' }, { signedOn: day }, 'decides-without-day saidSigned 是'],
  ['started', { saidStarted: '是' }, { startOn: day }, 'decides-without-day saidStarted 是'],
  ['started, in production since', { saidStarted: '是' }, { productionOn: day }, 'decides-without-day saidStarted 是'],
  ['started, completed since', { saidStarted: '是' }, { completedOn: day }, 'decides-without-day saidStarted 是'],
  ['started, landed since', { saidStarted: '是' }, { landedOn: day }, 'decides-without-day saidStarted 是'],
  ['entered', { saidEntered: '√' }, { enteredOn: day }, 'said-without-day saidEntered √'],
  ['ended', { saidEnded: '是' }, { endedOn: day }, 'decides-without-day saidEnded 是'],
  ['ended, dropped since', { saidEnded: '是' }, { droppedOn: day }, 'decides-without-day saidEnded 是'],
  ['signed, as a stage', { stage: '已签约' }, { signedOn: day }, 'decides-without-day stage 已签约'],
  ['held up', { stage: '停工' }, { holdFrom: day }, 'said-without-day stage 停工'],
  ['ended, in its name', { name: '甲项目（已终止）' }, { endedOn: day }, 'decides-without-day name 甲项目（已终止）'],
  [
    'ended, before its name',
    { name: '【已解约】甲项目' },
    { endedOn: day },
    'decides-without-day name 【已解约】甲项目',
  ],
  ['ended, in a remark', { note: '2024年5月已解约。' }, { endedOn: day }, 'decides-without-day note 2024年5月已解约。'],
  ['started, in a remark', { note: '已开工，完成场平' }, { startOn: day }, 'decides-without-day note 已开工，完成场平'],
])('what is said to be %s waits, unless its day is told', (_what, text, days, found) => {
  expect(said(text)).toBe(found);
  expect(said(text, days)).toBe('');
});

it('a day that was not understood is asked for by itself', () => {
  const findings = [finding('not-a-date', 'signedOn', null, '春')];
  expect(said({ saidSigned: '是' }, {}, findings)).toBe('not-a-date signedOn 春');
});
it('no is no answer that waits, nor is a name or a remark that speaks of more', () => {
  expect(said({ saidSigned: '否', saidStarted: '否', saidEntered: '否', saidEnded: '否' })).toBe('');
  expect(said({ name: '终止妊娠药物项目', note: '合同终止条款待议', stage: '洽谈' })).toBe('');
});
it('of a framework a signing without its day does not wait; a contract of which the remark says that it is one does', () => {
  expect(said({ saidSigned: '是', agreementKind: '框架协议' })).toBe('');
  expect(said({ saidStarted: '是', agreementKind: '框架协议' })).toBe('decides-without-day saidStarted 是');
  expect(said({ note: '仅签框架协议' }, { signedOn: day })).toBe('decides-unclear note 仅签框架协议');
  expect(said({ note: '仅签框架协议' })).toBe('');
});
