import { addDays, type IsoDate } from '../dates.ts';
import type { Matter } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { OUTREACH_COMMANDS, type OutreachCommand, type RecordOutreach } from './commands.ts';
import type { OutreachEvent } from './events.ts';
import { evolveOutreach, outreachLine, type Outreach } from './outreach.ts';
import { rejectOutreach } from './rejections.ts';

const needed = <T>(value: T | undefined, field: string): T => value ?? rejectOutreach('outreach-incomplete', field);

/** What was recorded, with what its kind needs. */
const recorded = (command: RecordOutreach, on: IsoDate, today: IsoDate): OutreachEvent => {
  const { kind, unit, city, team, effective = false } = command;
  const firm = () => needed(command.firm, 'firm');
  switch (kind) {
    case 'trip': {
      const days = needed(command.days, 'days');
      if (addDays(on, days - 1) > today) rejectOutreach('trip-not-over', 'days');
      const data = filled({ unit, city: needed(city, 'city'), days, team });
      return { type: 'TripRegistered', occurredOn: on, data };
    }
    case 'visit':
      return { type: 'FirmVisited', occurredOn: on, data: filled({ unit, firm: firm(), effective, city }) };
    case 'reception':
      return { type: 'FirmReceived', occurredOn: on, data: { unit, firm: firm(), effective } };
    case 'promotion': {
      const data = filled({ unit, title: needed(command.title, 'title'), city });
      return { type: 'PromotionHeld', occurredOn: on, data };
    }
  }
};

/** Outreach 招商活动: trips, visits, receptions and promotions, each counted for the unit whose it is (README, "Commands and events"). */
export const OUTREACH: Matter<OutreachCommand, OutreachEvent, Outreach> = {
  name: 'outreach-record',
  title: { zh: '招商活动', en: 'Outreach' },
  states: { recorded: { zh: '已登记', en: 'Recorded' }, voided: { zh: '已作废', en: 'Voided' } },
  commands: OUTREACH_COMMANDS,
  titles: {
    RecordOutreach: { zh: '登记招商活动', en: 'Record outreach' },
    VoidOutreach: { zh: '作废', en: 'Void' },
  },
  needs: { RecordOutreach: 'record-facts', VoidOutreach: 'record-facts' },
  when: { RecordOutreach: ['none'], VoidOutreach: ['recorded'] },
  decisions: {
    RecordOutreach: (command, _none, on, { today }) => [recorded(command, on, today)],
    VoidOutreach: ({ reason }, _known, on) => [{ type: 'OutreachVoided', occurredOn: on, data: { reason } }],
  },
  evolve: evolveOutreach,
  line: outreachLine,
};
