import { LANDING_COMMANDS } from './landing.ts';

it('a form asks for the day of its own step: of the arrival, of its certification, of its reversal', () => {
  const { ReportArrival, CertifyArrival, ReverseArrival, RejectStart } = LANDING_COMMANDS;
  expect([ReportArrival, CertifyArrival, ReverseArrival, RejectStart].map(({ about }) => about.day?.zh)).toEqual([
    '到账日期',
    '认定日期',
    '冲销日期',
    '退回日期',
  ]);
});
