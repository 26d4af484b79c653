import type { Dated, KnownProject } from '../project/state.ts';
import type { Sentence } from '../rejected.ts';

/** A step on the way to the start, and the words by which ledgers and people name it in CompleteMilestone. */
export interface ProjectMilestone {
  readonly key: string;
  readonly text: Sentence;
  readonly said: readonly string[];
}

/** The landing steps that every project passes (README, "Commands and events"). */
export const PROJECT_MILESTONES: readonly ProjectMilestone[] = [
  {
    key: 'land',
    text: { zh: '取得用地', en: 'Land obtained' },
    said: ['land', '用地', '土地', '供地', '土地摘牌', '取得用地'],
  },
  {
    key: 'project-code',
    text: { zh: '取得项目代码（立项备案）', en: 'Project code given' },
    said: ['project-code', '项目代码', '立项', '立项备案', '项目备案'],
  },
  {
    key: 'planning',
    text: { zh: '取得规划许可', en: 'Planning permit given' },
    said: ['planning', '规划', '规划许可', '规划许可证'],
  },
  {
    key: 'environment',
    text: { zh: '通过环境影响评价', en: 'Environmental review passed' },
    said: ['environment', '环评', '环境影响评价', '环评批复'],
  },
  {
    key: 'construction-permit',
    text: { zh: '取得施工许可', en: 'Construction permit given' },
    said: ['construction-permit', '施工许可', '施工许可证'],
  },
];

export const milestoneOf = (name: string): ProjectMilestone | null =>
  PROJECT_MILESTONES.find(({ said }) => said.includes(name.trim())) ?? null;

/** When the milestone was completed; the earliest, where two names for it were used. */
export const completed = ({ milestones }: KnownProject, { key }: ProjectMilestone): Dated | null =>
  Object.entries(milestones)
    .filter(([name]) => milestoneOf(name)?.key === key)
    .map(([, dated]) => dated)
    .reduce<Dated | null>((first, dated) => (first === null || dated.on < first.on ? dated : first), null);
