import { refused } from '../refusals.ts';

/** A condition as a person writes it: `signingYear=2023`, `name~轴承`, `contracted>=500000000.00`, `signedOn<=2023-06-30`. */
export type Written =
  | { readonly field: string; readonly is: string | readonly string[] }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly from: string }
  | { readonly field: string; readonly to: string };

/** Throws Rejected 'invalid-request' naming the parameter. Several values of one field: `phase=start,funding`. */
export const writtenCondition = (text: string): Written => {
  const [, field = '', operator = '', value = ''] = /^([A-Za-z]{1,40})(=|~|>=|<=)(.*)$/s.exec(text) ?? [];
  switch (operator) {
    case '=':
      return { field, is: value.includes(',') ? value.split(',') : value };
    case '~':
      return { field, contains: value };
    case '>=':
      return { field, from: value };
    case '<=':
      return { field, to: value };
    default:
      throw refused('invalid-request', 'where');
  }
};
