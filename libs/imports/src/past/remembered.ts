import { v4, v5 as uuid } from 'uuid';
import { schemaVersionOf, type Actor, type IsoDate } from '#domain';
import type { EventStore } from '#event-store';
import { checkMapping, saidOver, savedFor, type SavedMapping, type SavedSheet } from '../columns/saved.ts';
import type { ReportedSheet } from '../report.ts';
import type { ImportEvent } from './import-events.ts';

const STREAM = 'mapping-imports';

/** The mappings that people had the bureau remember, by the look of their headers; the latest of each holds. */
const rememberedMappings = async (store: EventStore): Promise<Readonly<Record<string, SavedSheet>>> =>
  Object.fromEntries(
    (await store.readStream(STREAM)).map(({ event }) => {
      const { layout, mapping } = event.data as { layout: string; mapping: SavedSheet };
      return [layout, mapping] as const;
    }),
  );

/** What a person gave now, before what is remembered. */
export const withRemembered = async (store: EventStore, given: SavedMapping | null): Promise<SavedMapping> => ({
  ...given,
  layouts: { ...(await rememberedMappings(store)), ...given?.layouts },
});

/** Remembers how a person mapped these sheets, each by the look of its headers: next month's file is then read alike. Answers the layouts. */
export const rememberMapping = async (
  store: EventStore,
  given: SavedMapping,
  sheets: readonly ReportedSheet[],
  { actor, today }: { readonly actor: Actor; readonly today: IsoDate },
): Promise<readonly string[]> => {
  const checked = checkMapping(given);
  const before = await rememberedMappings(store);
  const told = sheets.flatMap(({ sheet, layout, headerRow }) => {
    const { headerRow: _row, ...mapping } = savedFor(checked, sheet, headerRow) ?? {}; // the row may move from month to month
    return layout === null || Object.keys(mapping).length === 0
      ? []
      : [{ layout, mapping: saidOver(before[layout] ?? null, mapping) ?? mapping }];
  });
  if (told.length === 0) return [];
  const commandId = v4();
  await store.append(
    STREAM,
    'any',
    told.map((data, index) => ({
      id: uuid(String(index), commandId),
      event: { type: 'MappingRemembered', occurredOn: today, data } satisfies ImportEvent,
      schemaVersion: schemaVersionOf('MappingRemembered'),
      meta: { actor, commandId },
    })),
  );
  return told.map(({ layout }) => layout);
};
