import { wordOf } from './menu.ts';

it('an address is called as the entry of the menu that it stands under; one without an entry by nothing', () => {
  expect(wordOf('/cockpit')).toBe('wholePicture');
  expect(wordOf('/lists/leads')).toBe('allProjects');
  expect(wordOf('/projects/4711')).toBe('allProjects');
  expect(wordOf('/numbers/figures/signed-amount')).toBe(wordOf('/numbers/indicators'));
  expect(wordOf('/')).toBeNull();
  expect(wordOf('/listsome')).toBeNull();
});
