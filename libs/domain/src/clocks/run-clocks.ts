import { addWorkingDays, type Calendar, type Pause } from '../calendar/calendar.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Length } from '../policy/length.ts';
import type { Policy } from '../policy/policy.ts';
import type { KnownProject } from '../project/state.ts';
import type { Clock } from './clock.ts';
import { landingCourses, startCourses } from './courses-after-signing.ts';
import { leadCourse, negotiationCourse, progressCourse } from './courses-before-signing.ts';
import { after, type Course } from './course.ts';
import { moved, pausesOf } from './pauses.ts';

const NOTHING_PASSED: Pick<Clock, 'holidays' | 'unpublished'> = { holidays: [], unpublished: [] };

/** Days off and unpublished years that were passed in counting these spans: the longest of working days passes what the shorter ones pass. */
const passed = (
  start: IsoDate,
  spans: readonly (Length | null | undefined)[],
  calendar: Calendar,
  pauses: readonly Pause[],
): Pick<Clock, 'holidays' | 'unpublished'> => {
  const longest = spans.reduce(
    (most, span) => (span?.unit === 'working-days' && span.value > most ? span.value : most),
    0,
  );
  if (longest === 0) return NOTHING_PASSED;
  const { holidays, unpublished } = addWorkingDays(start, longest, calendar, pauses);
  return { holidays, unpublished };
};

type Crossing = Clock['crossings'][number];

/** First days of the colours, before `moved`. Every colour of lateness begins the day after the day named (README, "Clocks"). */
const baseCrossings = (
  { clock }: Course,
  due: IsoDate,
  reached: (length: Length) => IsoDate,
  { scale, clocks }: Policy,
): readonly Crossing[] => {
  const own = clocks[clock].own;
  if (own === undefined)
    return [
      { colour: 'blue', on: addDays(due, -scale.blueDaysBefore) },
      { colour: 'yellow', on: addDays(due, scale.yellowDaysLate) },
      { colour: 'orange', on: addDays(due, scale.orangeDaysLate) },
      { colour: 'red', on: addDays(due, scale.redDaysLate) },
    ];
  const late = (['yellow', 'orange', 'red'] as const).flatMap((colour) =>
    own[colour] ? [{ colour, on: addDays(reached(own[colour]), 1) }] : [],
  );
  const first = late[0];
  if (first === undefined) return [];
  const blue = own.blueAfter ? reached(own.blueAfter) : addDays(first.on, -1 - scale.blueDaysBefore);
  return [{ colour: 'blue', on: blue }, ...late];
};

const run = (course: Course, project: KnownProject, policy: Policy, calendar: Calendar): Clock => {
  const { clock, start, length, warnings = [], colourless = false } = course;
  const rule = policy.clocks[clock];
  const pauses = pausesOf(clock, project, rule.pausedByHold, start.on);
  const reached = (span: Length): IsoDate => after(start.on, span, calendar, pauses);
  const baseDue = course.due ?? reached(length!);
  const crossings = colourless ? [] : baseCrossings(course, baseDue, reached, policy);
  return {
    clock,
    policyVersion: policy.version,
    startedBy: { event: course.event, version: start.version, on: start.on },
    baseDue,
    due: moved(baseDue, pauses),
    length: course.due === null ? length : null,
    ...passed(start.on, [length, ...Object.values(rule.own ?? {})], calendar, pauses),
    crossings: crossings.flatMap(({ colour, on }): readonly Crossing[] => {
      const day = moved(on, pauses);
      return day === null ? [] : [{ colour, on: day }];
    }),
    pauses,
    stopped: course.stop,
    warnings: warnings.flatMap(({ what, after: span, dayAfter }) => {
      const base = addDays(reached(span), dayAfter ? 1 : 0);
      const day = moved(base, pauses);
      return day === null ? [] : [{ what, on: day }];
    }),
  };
};

/**
 * Every clock that the project's facts have started, running or stopped, in the order of the table. The one place where lateness is computed:
 * lists, colours, checklists, reminders and appraisals all read this answer. Holds until the next fact; the facts must be those known on the day asked about.
 */
export const runClocks = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Clock[] =>
  [
    ...leadCourse(project, policy),
    ...negotiationCourse(project, policy, calendar),
    ...progressCourse(project, policy),
    ...startCourses(project, policy),
    ...landingCourses(project, policy),
  ].map((course) => run(course, project, policy, calendar));

/** The clocks that still run: those that colour the project. */
export const runningClocks = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Clock[] =>
  project.end === null ? runClocks(project, policy, calendar).filter(({ stopped }) => stopped === null) : [];
