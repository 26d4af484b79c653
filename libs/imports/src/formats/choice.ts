import type { Condition, Section } from './tokens.ts';

/** The section that shows a number. `unsigned`: its own words say that the number is negative. */
interface Choice {
  readonly at: number;
  readonly unsigned: boolean;
}

const HOLDS: Readonly<Record<Condition['is'], (value: number, than: number) => boolean>> = {
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '=': (value, than) => value === than,
  '<>': (value, than) => value !== than,
  '>=': (value, than) => value >= than,
  '>': (value, than) => value > than,
};

/** Without conditions: positive and zero; negative; zero. */
const bySign =
  (sections: number) =>
  (value: number): Choice => {
    const at = value < 0 ? 1 : value === 0 ? 2 : 0;
    return { at: at < sections ? at : 0, unsigned: value < 0 && sections > 1 };
  };

const onlyNegative = (condition: Condition | null): boolean =>
  condition !== null && condition.is.startsWith('<') && condition.is !== '<>' && condition.than <= 0;

/** The first section whose condition holds; a middle one without a condition is for negative numbers. */
const byCondition =
  (sections: readonly Section[]) =>
  (value: number): Choice | null => {
    const at = sections.findIndex(({ condition }, index) => {
      if (condition !== null) return HOLDS[condition.is](value, condition.than);
      return index !== 1 || sections.length < 3 || value < 0;
    });
    return at < 0 ? null : { at, unsigned: onlyNegative(sections[at]!.condition) };
  };

/** Which of the sections for numbers shows a number; null where none does. */
export const chooserOf = (sections: readonly Section[]): ((value: number) => Choice | null) =>
  sections.some(({ condition }) => condition !== null) ? byCondition(sections) : bySign(sections.length);
