import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCreditCode } from './credit-code.ts';

const figures = JSON.parse(readFileSync(join(__dirname, '../../../test/acceptance/figures.json'), 'utf8')) as {
  creditCodes: { valid: string[]; remainderZero: string[]; issuedButFailingCheck: string[] };
};

it.each([...figures.creditCodes.valid, ...figures.creditCodes.remainderZero])(
  'credit code %s passes its check',
  (code) => expect(isCreditCode(code)).toBe(true),
);
it.each(figures.creditCodes.issuedButFailingCheck)('credit code %s fails its check', (code) =>
  expect(isCreditCode(code)).toBe(false),
);
