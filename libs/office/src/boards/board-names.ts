import { definitionNamed, formulaOf, readBoard } from '#domain';
import { definitionsNow } from '../definitions/show-definitions.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';

/** A board scores by what there is: a definition, and metrics of it. Throws Rejected 'board-invalid', 'definition-unknown' and 'metric-unknown' with the place. */
export const checkBoardNames = async (office: Office, document: unknown): Promise<void> => {
  const board = readBoard(document);
  const definition = definitionNamed(await definitionsNow(office), board.definition);
  if (definition === null) throw refused('definition-unknown', 'definition');
  for (const list of ['measures', 'deductions', 'floors'] as const)
    for (const [at, { metric }] of board[list].entries())
      if (formulaOf(definition, metric) === null) throw refused('metric-unknown', `${list}.${at}.metric`);
};
