import { readCommand } from '#domain';
import {
  freshKey,
  giveDefinition,
  OPERATOR,
  replayDefinition,
  ReplayDefinition,
  showDefinition,
  showDefinitionDraft,
  showDefinitions,
  upToDate,
  type DefinitionChange,
  type OpenOffice,
} from '#office';
import { draftNumber, fileOrDraft, showDocument } from '../drafts.ts';
import { readJson } from '../json-file.ts';
import type { Options } from '../output.ts';
import { usage } from '../usage.ts';
import { print, shown } from './figure-words.ts';

const give = (office: OpenOffice, body: DefinitionChange) =>
  giveDefinition(office, { caller: OPERATOR, body, key: freshKey(), ifVersion: null });

/** `{definitions: [{name, version, title, recordedAt}], drafts}`. */
export const listDefinitions = async (office: OpenOffice, options: Options): Promise<void> => {
  const { definitions, drafts } = await showDefinitions(office);
  const rows = definitions.map(({ definition: { name, version, title }, recordedAt, by }) => ({
    name,
    version,
    title,
    recordedAt,
    by,
  }));
  print(options, { definitions: rows, drafts }, () => [
    ...rows.map(({ name, version, title, recordedAt }) => [
      `${name}@${version}`,
      title[options.lang],
      recordedAt ?? '',
    ]),
    ...drafts
      .filter(({ publishedAs }) => publishedAs === null)
      .map(({ draft, definition, note }) => [
        `#${draft} ${definition.name}`,
        definition.title[options.lang],
        note ?? '',
      ]),
  ]);
};

/** A definition as it is published, or a draft; its JSON can be changed and published again. */
export const tellDefinition = async (
  office: OpenOffice,
  name: string | undefined,
  draft: string | undefined,
  options: Options,
): Promise<void> => {
  if (name !== undefined && draft !== undefined)
    throw usage('写口径名称，或用 --draft 写草案号', 'name a definition, or a draft by --draft');
  const found =
    draft === undefined
      ? await showDefinition(office, name ?? 'default')
      : (await showDefinitionDraft(office, draftNumber(draft))).definition;
  showDocument(found, options);
};

/** As `definition show` prints it: the version is given when it is published. */
const documentIn = async (file: string): Promise<unknown> => {
  const document = await readJson(file);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  const { version: _given, ...rest } = document as Record<string, unknown>;
  return rest;
};

export const draftDefinitionFile = async (
  office: OpenOffice,
  file: string,
  note: string | undefined,
  options: Options,
): Promise<void> => {
  const given = await give(office, { type: 'DraftDefinition', definition: await documentIn(file), note });
  print(options, given, () => [[`#${given.draft}`]]);
};

export const publishDefinitionFile = async (
  office: OpenOffice,
  file: string | undefined,
  draft: string | undefined,
  options: Options,
): Promise<void> => {
  fileOrDraft(file, draft, { zh: '文件', en: 'a file' });
  const given = await give(
    office,
    file === undefined
      ? { type: 'PublishDefinitionDraft', draft: draftNumber(draft!) }
      : { type: 'PublishDefinition', definition: await documentIn(file) },
  );
  print(options, given, () => [
    [given.published === null ? '=' : `${given.published.name}@${given.published.version}`],
  ]);
};

/** Which figures a definition would change: of a file, or a draft. */
export const replayDefinitionFile = async (
  office: OpenOffice,
  file: string | undefined,
  { draft, ...asked }: { readonly draft?: string },
  options: Options,
): Promise<void> => {
  await upToDate(office);
  const laid = file === undefined ? {} : { document: await documentIn(file) };
  const numbered = draft === undefined ? {} : { draft: draftNumber(draft) };
  const found = await replayDefinition(
    office,
    OPERATOR,
    readCommand(ReplayDefinition, { ...asked, ...laid, ...numbered }),
  );
  print(options, found, () => [
    [
      `${found.from.name}@${found.from.version} → ${found.to.name}@${found.to.version}`,
      `${found.differences.length}/${found.figures}`,
    ],
    ...found.differences.map(({ metric, unit, key, before, after }) => [
      metric,
      unit?.name ?? key ?? '∑',
      shown(before),
      shown(after),
    ]),
  ]);
};
