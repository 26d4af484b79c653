import * as field from '../../fields/kinds.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { PHASES } from '../phases.ts';

/** Corrects one field of an earlier fact; the original stays in the log and both are shown. */
export class CorrectFact extends ProjectOccurrence {
  get type() {
    return 'CorrectFact' as const;
  }
  static readonly about = about({ when: PHASES, needs: 'record-facts', records: { FactCorrected: [] } });
  @field.integer({ zh: '更正第几条记录', en: 'Version of the fact', min: 1 }) target!: number;
  @field.text({ zh: '字段', en: 'Field', max: 60 }) field!: string; // "occurredOn", or a field of the fact's data
  @field.anything({ zh: '原值', en: 'From', optional: true }) from?: unknown;
  @field.anything({ zh: '更正为', en: 'To', optional: true }) to?: unknown;
  @field.longText({ zh: '更正理由', en: 'Reason' }) reason!: string;
}
export class VoidFact extends ProjectOccurrence {
  get type() {
    return 'VoidFact' as const;
  }
  static readonly about = about({ when: PHASES, needs: 'record-facts', records: { FactVoided: [] } });
  @field.integer({ zh: '作废第几条记录', en: 'Version of the fact', min: 1 }) target!: number;
  @field.longText({ zh: '作废理由', en: 'Reason' }) reason!: string;
}

/** In the order of the lifecycle. */
export const CORRECTION_COMMANDS = { CorrectFact, VoidFact } as const;
