import { DECISION_OF } from '../../apps/web/src/imports/import-words.ts';
import { FINDINGS, type FindingCode } from '../../libs/imports/src/judge/findings.ts';
import { groupsOf } from '../../libs/imports/src/judge/groups.ts';

const offersOf = (code: FindingCode): readonly string[] =>
  groupsOf([
    { sheet: '', row: 1, findings: [{ code, field: null, cell: null, read: null, message: { zh: '', en: '' } }] },
  ])[0]!.offers;

const codes = Object.keys(FINDINGS) as FindingCode[];
const notOfAnother = codes.filter((code) => offersOf(code).includes('new') && !offersOf(code).includes('same'));

it.each(notOfAnother)('a doubt that is about no other project offers no "another project": %s', (code) => {
  expect(DECISION_OF[code]?.['new']).toBeDefined();
});
