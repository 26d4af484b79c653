import { projectLines } from './project-lines.ts';

const row = (code: string, value: string) => ({
  project: { id: `id-${code}`, code, name: `${code}项目` },
  event: null,
  value,
});
const opened = (numerator: ReturnType<typeof row>[], denominator: ReturnType<typeof row>[] | null) => ({
  numerator: { value: String(numerator.length), rows: numerator },
  denominator: denominator === null ? null : { value: String(denominator.length), rows: denominator },
});

it('a project stands once, with what it counts for in each metric and on each side of a share', () => {
  const lines = projectLines({
    arrived: opened([row('B', '3'), row('A', '1'), row('B', '4')], null),
    rate: opened([row('A', '1')], [row('A', '1'), row('B', '1')]),
  });
  expect(lines.map(({ project, counts }) => [project.code, counts])).toEqual([
    ['A', { arrived: { over: ['1'] }, rate: { over: ['1'], under: ['1'] } }],
    ['B', { arrived: { over: ['3', '4'] }, rate: { under: ['1'] } }],
  ]);
});
