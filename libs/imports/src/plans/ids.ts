import { createHash } from 'node:crypto';
import { v5 as uuid } from 'uuid';
import type { LedgerRow } from '../rows/ledger-row.ts';

const NAMESPACE = '5f0a7c1e-6c0b-4b52-9b0b-7d1f6c1d2e90'; // any fixed one: the same row of the same file is the same project for ever

export const importIdOf = (sha256: string): string => uuid(`file:${sha256}`, NAMESPACE);
export const projectIdOf = (importId: string, row: LedgerRow): string =>
  uuid(`${importId}:${row.sheet}:${row.row}`, NAMESPACE);
/** One command a project and run of an import: a file imported again with decisions says something new. */
export const commandIdOf = (importId: string, projectId: string, round = 0): string =>
  uuid(round === 0 ? `${importId}:${projectId}` : `${importId}:${projectId}:${round}`, NAMESPACE);

const GIVEN = 'LD';
/** Whether Luodi gave this code, its ledger having none. */
export const isGiven = (code: string): boolean => /^LD\d{4}-[0-9a-f]{8}$/.test(code);

/** A row's own code, or one for a project whose ledger gives none: the same row content gives the same code. */
export const codeOf = ({ text, days }: LedgerRow): string =>
  text.code ??
  `${GIVEN}${(days.signedOn ?? days.openedOn ?? days.receivedOn)?.date.slice(0, 4) ?? '0000'}-${createHash('sha256')
    .update(`${text.name}|${text.investor ?? ''}|${text.contractNo ?? ''}`)
    .digest('hex')
    .slice(0, 8)}`;
