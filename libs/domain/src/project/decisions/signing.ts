import type { IsoDate } from '../../dates.ts';
import { sameMoney, type Money } from '../../money.ts';
import type { SIGNING_COMMANDS } from '../commands/signing.ts';
import { reject } from '../rejections.ts';
import type { Contract } from '../state.ts';
import { filled, type Decisions } from './decision.ts';
import { checkAmendment } from './hands.ts';

const amountMoved = ({ contracted }: Contract, to: Money | undefined) =>
  to === undefined || sameMoney(to, contracted) ? {} : { contractedFrom: contracted, contractedTo: to };

const startMoved = ({ agreedStart }: Contract, to: IsoDate | undefined) => {
  const from = agreedStart?.date ?? null;
  return to === undefined || to === from ? {} : { agreedStartFrom: from, agreedStartTo: to };
};

export const SIGNING: Decisions<keyof typeof SIGNING_COMMANDS> = {
  SignContract: (command, project, on, { gates }) => {
    const { number, contracted, fixedAssets, parties, agreedStart, fundingSchedule, landMode, tags } = command;
    if (project.contract) reject('contract-signed');
    if (gates.preReview && project.preReview?.result !== 'passed') reject('pre-review-required');
    if (gates.jointReview && project.jointReview === null) reject('joint-review-required');
    if (project.startCertified && project.startCertified.on < on && project.startException === null)
      reject('start-before-contract');
    return [
      {
        type: 'ContractSigned',
        occurredOn: on,
        data: filled({
          number,
          contracted,
          fixedAssets,
          parties,
          agreedStart,
          fundingSchedule: fundingSchedule?.map(({ due, amount }) => ({ due, amount })),
          landMode,
          tags,
        }),
      },
    ];
  },
  FileContract: ({ filingNumber }, project, on) =>
    project.contract?.filingNumber === filingNumber
      ? []
      : [{ type: 'ContractFiled', occurredOn: on, data: { filingNumber } }],
  AmendContract: ({ kind, contractedTo, agreedStartTo, text, approver }, project, on, circumstances) => {
    const contract = project.contract ?? reject('no-contract');
    if (contractedTo === undefined && agreedStartTo === undefined && text === undefined) reject('nothing-changes');
    if (contractedTo && contractedTo.currency !== contract.contracted.currency)
      reject('currency-differs', 'contractedTo');
    checkAmendment(contract.contracted, contractedTo, approver, circumstances);
    const moved = { ...amountMoved(contract, contractedTo), ...startMoved(contract, agreedStartTo) };
    if (Object.keys(moved).length === 0 && text === undefined) return [];
    return [{ type: 'ContractAmended', occurredOn: on, data: filled({ kind, text, ...moved }) }];
  },
  RecordCeremony: ({ text }, _project, on) => [{ type: 'CeremonyRecorded', occurredOn: on, data: filled({ text }) }],
};
