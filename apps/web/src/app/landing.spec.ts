import { landingOf } from './landing.ts';

it('each role begins where its work is; the administrator with people until somebody else can sign in', () => {
  const of = (roles: Parameters<typeof landingOf>[0]['roles'], alone = false, leaders = ['高坎']) =>
    landingOf({ roles, name: '高坎' }, alone, leaders);
  expect(of(['admin'], true)).toBe('/accounts');
  expect(of(['admin'])).toBe('/cockpit');
  expect(of(['clerk', 'supervisor'])).toBe('/matters/orders');
  expect(of(['leader'])).toBe('/cockpit?leader=%E9%AB%98%E5%9D%8E');
  expect(of(['leader'], false, ['林书言'])).toBe('/cockpit');
  expect(of(['auditor'])).toBe('/audit');
  expect(of(['clerk'])).toBe('/today');
  expect(of(['system-admin'])).toBe('/accounts');
  expect(of(['security-admin'])).toBe('/accounts');
  expect(of([])).toBe('/account');
});
