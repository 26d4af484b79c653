import { WORDS } from './words.ts';
import { counted } from './counted.ts';
import { ageWords } from '../cockpit/cockpit-words.ts';
import { lateWords } from './late.ts';
import { policyWords } from '../policy/policy-document.ts';

it('one of a thing is said in the singular, any other number in the plural, as in Chinese in one way', () => {
  expect([0, 1, 2].map((count) => counted(count, WORDS.rowsOf))).toEqual([
    { zh: '0 行', en: '0 rows' },
    { zh: '1 行', en: '1 row' },
    { zh: '2 行', en: '2 rows' },
  ]);
  expect(['1', '1.00'].map((count) => counted(count, WORDS.points).en)).toEqual([
    '1 percentage point',
    '1.00 percentage points',
  ]);
});

it('so is what is late, how long ago a contract was signed, and when a rung comes', () => {
  expect([lateWords(1).en, lateWords(-2).en, ageWords(0, 1).en, ageWords(1, null).en]).toEqual([
    '1 day late',
    '2 days left',
    'under 1 month',
    'over 1 month',
  ]);
  const { when } = policyWords('en');
  expect([when({ onColour: 'red', everyDays: 1 }), when({ daysBeforeDue: [1] })]).toEqual([
    'on the first red day, then every 1 day',
    '1 day before the due day',
  ]);
});
