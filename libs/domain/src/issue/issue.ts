import type { IsoDate } from '../dates.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { personOf, type Person } from '../person.ts';
import { unnamed } from '../personal/sealed-text.ts';
import { alike, saidOf } from '../words/sentence.ts';
import type { IssueEvent, IssueFactor, IssueLevel } from './events.ts';

/** An issue 问题 as its facts make it. `state` walks raised → assigned → resolved → visited → closed; a reopened one stands at assigned. */
export interface Issue {
  readonly state: 'raised' | 'assigned' | 'resolved' | 'visited' | 'closed';
  readonly project: string | null; // id
  readonly projectName: string | null;
  readonly factor: IssueFactor;
  readonly text: string;
  readonly raisedBy: string | null; // unit
  readonly raisedOn: IsoDate;
  readonly level: IssueLevel;
  readonly levels: readonly { readonly level: IssueLevel; readonly on: IsoDate; readonly reason: string | null }[]; // every level it was at, in order
  readonly unit: string | null;
  readonly people: readonly Person[];
  readonly assignedOn: IsoDate | null; // where the clock "issue" starts; a reopening starts it anew, a hand-over does not
  readonly due: IsoDate | null;
  readonly resolvedOn: IsoDate | null; // where the clock stops
  readonly resolutions: readonly { readonly on: IsoDate; readonly by: string; readonly text: string }[]; // the last one is in force unless the issue was reopened
  readonly visits: readonly {
    readonly on: IsoDate;
    readonly by: string;
    readonly satisfied: boolean;
    readonly text: string;
  }[];
  readonly reopened: readonly { readonly on: IsoDate; readonly reason: string }[];
  readonly closedOn: IsoDate | null;
}

const known = (issue: Issue | NoMatter): Issue => {
  if (issue.state === 'none') throw new Error('an issue begins with IssueRaised');
  return issue;
};

const atLevel = (
  issue: Issue,
  level: IssueLevel,
  on: IsoDate,
  reason: string | null,
): Pick<Issue, 'level' | 'levels'> => ({
  level,
  levels: issue.level === level ? issue.levels : [...issue.levels, { level, on, reason }],
});

export const evolveIssue = (before: Issue | NoMatter, { type, occurredOn: on, data }: IssueEvent): Issue | NoMatter => {
  switch (type) {
    case 'IssueRaised':
      return {
        state: 'raised',
        project: data.project ?? null,
        projectName: data.projectName ?? null,
        factor: data.factor,
        text: data.text,
        raisedBy: data.raisedBy ?? null,
        raisedOn: on,
        level: data.level,
        levels: [{ level: data.level, on, reason: null }],
        unit: null,
        people: [],
        assignedOn: null,
        due: null,
        resolvedOn: null,
        resolutions: [],
        visits: [],
        reopened: [],
        closedOn: null,
      };
    case 'IssueAssigned': {
      const issue = known(before);
      return {
        ...issue,
        ...atLevel(issue, data.level, on, null),
        state: 'assigned',
        unit: data.unit ?? null,
        people: data.people.map(personOf),
        assignedOn: issue.assignedOn ?? on,
        due: data.due,
      };
    }
    case 'IssueEscalated': {
      const issue = known(before);
      return { ...issue, ...atLevel(issue, data.level, on, data.reason), due: data.due ?? issue.due };
    }
    case 'IssueResolved': {
      const issue = known(before);
      return { ...issue, state: 'resolved', resolvedOn: on, resolutions: [...issue.resolutions, { on, ...data }] };
    }
    case 'ReturnVisitRecorded': {
      const issue = known(before);
      return { ...issue, state: 'visited', visits: [...issue.visits, { on, ...data }] };
    }
    case 'IssueReopened': {
      const issue = known(before);
      return {
        ...issue,
        state: 'assigned',
        assignedOn: on,
        due: data.due,
        resolvedOn: null,
        closedOn: null,
        reopened: [...issue.reopened, { on, reason: data.reason }],
      };
    }
    case 'IssueClosed':
      return { ...known(before), state: 'closed', closedOn: on };
  }
};

const LONGEST_TITLE = 80;
const cut = (said: string): string => {
  const text = unnamed(said);
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text;
};

/** Who must resolve it, and by when; a resolved issue waits for its return visit, which has no date. */
export const issueLine = (issue: Issue): MatterLine => {
  const { projectName, text } = issue;
  const title = projectName === null ? alike(text) : saidOf(projectName, alike(text));
  return {
    number: null,
    title: { zh: cut(title.zh), en: cut(title.en) },
    project: issue.project,
    unit: issue.unit,
    people: issue.people,
    state: issue.state,
    open: issue.state !== 'closed',
    due: issue.state === 'assigned' ? issue.due : null,
    level: issue.level,
  };
};
