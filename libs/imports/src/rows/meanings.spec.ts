import {
  arrivalKindOf,
  certifiedOf,
  codedName,
  frameworkOf,
  landModeOf,
  namesIn,
  originOf,
  plannedMonthOf,
  reviewOf,
  screeningOf,
  stageOf,
  startsBy,
  terminationOf,
} from './meanings.ts';

/** Each: what stands in the cell, and what it means. */
const means = <T>(what: string, meaning: (text: string) => T, told: readonly (readonly [string, T])[]): void => {
  it.each(told)(`${what}: %s means %s`, (text, expected) => expect(meaning(text)).toEqual(expected));
};

means('land', landModeOf, [
  ['租用标准厂房', 'lease'],
  ['出让', 'purchase'],
  ['待定', null],
]);
means('agreement', frameworkOf, [
  ['战略合作框架协议', 'framework'],
  ['意向协议', 'intent'],
  ['正式投资合同（由框架协议转）', null],
  ['正式合同（原意向）', null],
  ['投资合同', null],
]);
means('screening', screeningOf, [
  ['待研判', null],
  ['价值不大', false],
  ['有价值', true],
  ['√', true],
  ['别的话', null],
]);
means('review', reviewOf, [
  ['退回修改后通过', 'returned'],
  ['不予通过', 'failed'],
  ['同意', 'passed'],
  ['已上会', null],
]);
means('certified', (text) => certifiedOf(text, true), [
  ['已核定', true],
  ['未核定', false],
  ['Y', true],
  ['×', false],
  ['别的话', false],
]);
means('end', terminationOf, [
  ['营业执照吊销', 'revoked'],
  ['政府清退', 'by-bureau'],
  ['资金不足', 'by-investor'],
]);
means('arrival', arrivalKindOf, [
  ['实缴资本', 'registered-capital'],
  ['土地款', 'land'],
  ['设备款', 'equipment'],
  ['别的', 'other'],
]);
means('origin', originOf, [
  ['外资', 'overseas'],
  ['省外资金', 'out-of-province'],
  ['市外', 'out-of-city'],
  ['本地', 'local'],
  ['别处', undefined],
]);
means('planned signing', plannedMonthOf, [
  ['拟于 2023 年 6 月签约', '2023-06'],
  ['2023.12', '2023-12'],
  ['2023年三季度', '2023-09'],
  ['预计2023年底前', '2023-12'],
  ['2023年13月', null],
  ['2023年0月', null],
  ['2023年3-6月', '2023-06'],
  ['近期', null],
]);
means('stage', stageOf, [
  ['已签约', 'signed'],
  ['签约待开工', 'signed'],
  ['待开工', null],
  ['已开工', 'started'],
  ['建设中', 'started'],
  ['已终止', 'ended'],
  ['拟签约', null],
  ['签订框架', null],
  ['洽谈', null],
]);
means('names', namesIn, [
  ['张三、 李四；王五', ['张三', '李四', '王五']],
  ['、', []],
]);
means('landing', startsBy, [
  ['开工建设', true],
  ['注册', false],
]);
means('name with a code', codedName, [
  ['智能制造_0101', { name: '智能制造', code: '0101' }],
  ['智能制造 — A12', { name: '智能制造', code: 'A12' }],
  ['智能制造', { name: '智能制造', code: null }],
  ['2024-0101', { name: '2024-0101', code: null }],
]);

it('what is not told means nothing; money of a list without a column of certification counts', () => {
  expect(
    [landModeOf, frameworkOf, screeningOf, reviewOf, plannedMonthOf, stageOf].map((one) => one(undefined)),
  ).toEqual(Array(6).fill(null));
  expect([certifiedOf(undefined, false), certifiedOf(undefined, true)]).toEqual([true, false]);
  expect([arrivalKindOf(undefined), originOf(undefined), namesIn(undefined), startsBy(undefined)]).toEqual([
    'other',
    undefined,
    [],
    false,
  ]);
});
