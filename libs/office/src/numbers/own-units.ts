import type { Definition, Formula, Part } from '#domain';
import type { UnitNames } from '#projections';

const inPart = (part: Part, names: UnitNames): Part =>
  part.filter === undefined
    ? part
    : {
        ...part,
        filter: part.filter.map((filter) =>
          filter.field === 'unit'
            ? { ...filter, is: [...new Set(filter.is.flatMap((written) => names.subtree(written) ?? [written]))] }
            : filter,
        ),
      };

const inFormula = (formula: Formula, names: UnitNames): Formula =>
  'value' in formula
    ? { value: inPart(formula.value, names) }
    : { numerator: inPart(formula.numerator, names), denominator: inPart(formula.denominator, names) };

/** The definition with the units by which its own metrics filter, each as whatever facts write for it and for those below it on that day. */
export const withUnitsOf = (definition: Definition, names: UnitNames): Definition => ({
  ...definition,
  metrics: Object.fromEntries(
    Object.entries(definition.metrics).map(([key, { title, formula }]) => [
      key,
      { title, formula: inFormula(formula, names) },
    ]),
  ),
});
