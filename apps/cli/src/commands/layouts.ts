import type { Command } from 'commander';
import { ask, freshKey, giveLayout, OPERATOR, showLayouts, type LayoutChange, type OpenOffice } from '#office';
import { readJson } from '../json-file.ts';
import type { Options } from '../output.ts';
import { print } from './figure-words.ts';
import type { Commands } from '../command-line.ts';

const listLayouts = async (office: OpenOffice, options: Options): Promise<void> => {
  const found = await ask(office, OPERATOR, showLayouts, {});
  print(options, found, () =>
    found.layouts.map(({ name, list, columns }) => [name, list ?? '', columns.map(({ header }) => header).join(' ')]),
  );
};

const give = async (office: OpenOffice, body: LayoutChange, options: Options): Promise<void> => {
  await giveLayout(office, { caller: OPERATOR, body, key: freshKey(), ifVersion: null });
  await listLayouts(office, options);
};

/** `layout list`, `publish` and `remove`: the forms that `export --layout NAME` writes. */
export const offerLayouts = ({ group, working, optionsOf }: Commands): void => {
  const layout = group('layout', 'the bureau’s own forms of exports');
  layout('list', 'forms, and their headers').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => listLayouts(office, optionsOf(self))),
  );
  layout('publish <file>', 'publish a form from a JSON file, in place of the one of its name').action(
    (file: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), async (office) =>
        give(office, { type: 'PublishLayout', layout: await readJson(file) }, optionsOf(self)),
      ),
  );
  layout('remove <name>', 'take a form away').action((name: string, _asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => give(office, { type: 'RemoveLayout', name }, optionsOf(self))),
  );
};
