import {
  DEFAULT_DEFINITION,
  definitionNamed,
  listsIn,
  publishTemplate,
  readTemplate,
  templateOf,
  type Definition,
  type PublishTemplate,
  type ReportName,
  type Template,
} from '#domain';
import { listNamed } from '#projections';
import { commandKey } from '../command-key.ts';
import { definitionsNow } from '../definitions/show-definitions.ts';
import { actorOf, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { giveReport, printedSoFar } from './printed.ts';

/** The template of a report as it stands, and its versions so far. */
interface TemplateShown {
  readonly template: Template;
  readonly versions: readonly Pick<Template, 'version' | 'note'>[];
}

export const showTemplate = async (office: Office, report: ReportName): Promise<TemplateShown> => {
  const printed = await printedSoFar(office.store);
  const versions = printed.templates.filter((one) => one.report === report);
  return {
    template: templateOf(printed, report, null)!,
    versions: versions.map(({ version, note }) => ({ version, note })),
  };
};

interface GivenTemplate extends Given {
  readonly report: ReportName;
  readonly body: PublishTemplate;
}

/** Throws Rejected 'list-unknown'. */
const checkLists = (text: string, definition: Definition): void => {
  for (const name of listsIn(readTemplate(text, definition)))
    if (listNamed(name) === null) throw refused('list-unknown', 'text');
};

/** Puts a template in the place of the one before; what says the same changes nothing. Issues keep theirs. Throws Rejected with the line at fault. */
export const giveTemplate = async (
  office: Office,
  { caller, key, report, body }: GivenTemplate,
): Promise<TemplateShown> => {
  const definition = definitionNamed(await definitionsNow(office), DEFAULT_DEFINITION.name)!;
  checkLists(body.text, definition);
  await giveReport(office.store, {
    actor: actorOf(caller),
    key: commandKey(caller.account, key, body.type, { ...body, report }),
    decide: (printed) =>
      publishTemplate(report, body.text, body.note ?? null, printed, { today: office.today(), definition }),
  });
  return showTemplate(office, report);
};
