import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  sideBySide,
  upcast,
  type IsoDate,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import { replayProject } from './replay-project.ts';

interface Golden {
  readonly projects: readonly {
    readonly title: string;
    readonly events: readonly {
      readonly type: string;
      readonly schemaVersion: number;
      readonly occurredOn: string;
      readonly data: Record<string, unknown>;
    }[];
  }[];
}

const folder = join(__dirname, '../../../../test/golden');
const projects = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden).projects.map(
      (project) => [name, project.title, project] as const,
    ),
  );
const [FROM, TO] = ['2015-01-01' as IsoDate, '2035-12-31' as IsoDate];

it.each(projects)(
  'the recorded history %s, %s, is the same under the policy that this release ships',
  (_file, _title, { events }) => {
    const history = events.map(({ type, schemaVersion, occurredOn, data }, index): RecordedEvent => ({
      id: String(index),
      event: { type, occurredOn: occurredOn as IsoDate, data: upcast(type, schemaVersion, data).data } as ProjectEvent,
      schemaVersion,
      stream: 'project-golden',
      version: index + 1,
      position: BigInt(index + 1),
      recordedAt: `${occurredOn}T02:00:00.000Z`,
      previousHash: '',
      hash: '',
      meta: { actor: { user: 'clerk', unit: null }, commandId: String(index) },
    }));
    expect(replayProject(history, ...sideBySide(DEFAULT_RULES, DEFAULT_POLICY, TO), FROM, TO, () => null)).toEqual([]);
  },
);
it('there are recorded histories to replay', () => expect(projects.length).toBeGreaterThan(0));
