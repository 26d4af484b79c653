import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_RULES,
  fold,
  foldMatter,
  MATTERS,
  runClocks,
  upcast,
  type DomainEvent,
  type IsoDate,
  type Placed,
} from '#domain';

/** Recorded histories of every release, folded for ever: a change of meaning shows here. One file a release; never edited, only added. */
interface Golden {
  readonly release: string;
  readonly projects: readonly {
    readonly events: readonly {
      readonly type: Placed['type'];
      readonly schemaVersion: number;
      readonly occurredOn: IsoDate;
      readonly data: Record<string, unknown>;
    }[];
    readonly phase: string;
    readonly code: string;
    readonly title: string;
    readonly clocks: Record<string, string | null>;
  }[];
  readonly matters?: readonly {
    readonly kind: string;
    readonly events: readonly {
      readonly type: string;
      readonly schemaVersion?: number; // 1 where it is not said
      readonly occurredOn: IsoDate;
      readonly data: Record<string, unknown>;
    }[];
    readonly line: object;
  }[];
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
it('there is a recorded history for this release', () =>
  expect(
    existsSync(
      join(
        __dirname,
        `${(JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version}.json`,
      ),
    ),
  ).toBe(true));

describe.each(files)('%s', (file) => {
  const { projects, matters = [] } = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Golden;
  if (matters.length > 0)
    it.each(matters.map((matter) => [matter.kind, matter] as const))(
      'a matter of kind %s still means what it meant',
      (kind, { events, line }) => {
        const matter = MATTERS[kind]!;
        const known = foldMatter(
          matter,
          events.map(({ schemaVersion = 1, ...event }): DomainEvent => ({
            ...event,
            data: upcast(event.type, schemaVersion, event.data).data,
          })),
        );
        if (known.state === 'none') throw new Error('the history no longer makes a matter');
        expect(matter.line(known)).toMatchObject(line);
      },
    );
  if (projects.length > 0)
    it.each(projects.map((project) => [project.title, project] as const))(
      '%s still means what it meant',
      (_title, { events, phase, code, title, clocks }) => {
        const project = fold(
          events.map(
            (event, index): Placed =>
              ({
                ...event,
                data: upcast(event.type, event.schemaVersion, event.data).data as Placed['data'],
                version: index + 1,
              }) as Placed,
          ),
        );
        if (project.phase === 'none') throw new Error('the history no longer makes a project');
        expect([project.phase, project.code, project.title]).toEqual([phase, code, title]);
        expect(
          Object.fromEntries(
            runClocks(project, DEFAULT_RULES.policies[0]!, DEFAULT_RULES.calendar).map(({ clock, due }) => [
              clock,
              due,
            ]),
          ),
        ).toEqual(clocks);
      },
    );
});
