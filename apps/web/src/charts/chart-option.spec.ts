import { namesUnder } from './chart-option.ts';

const BANDS = ['20 亿元以上', '10–20 亿元', '5–10 亿元', '1–5 亿元', '1 亿元以下'];

it('names stand straight under their bars where they fit, turned where they do not, and only so many as fit in the last resort', () => {
  expect(namesUnder(BANDS, 1100, 12)).toEqual({ interval: 0, rotate: 0 });
  expect(namesUnder(BANDS, 320, 12)).toMatchObject({ interval: 0, rotate: 45 });
  const days = Array.from({ length: 60 }, (_, day) => `2026-11-${day}`);
  expect(namesUnder(days, 320, 12)).toEqual({ hideOverlap: true, rotate: 0 });
});
