import { sameMoney } from '../../money.ts';
import { reject } from '../rejections.ts';
import { filled, type Decisions } from './decision.ts';

export const SIGNING: Decisions<'SignContract' | 'FileContract' | 'AmendContract' | 'RecordCeremony'> = {
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
  AmendContract: ({ kind, contractedTo, agreedStartTo, text }, project, on) => {
    const contract = project.contract ?? reject('no-contract');
    if (contractedTo === undefined && agreedStartTo === undefined && text === undefined) reject('nothing-changes');
    if (contractedTo && contractedTo.currency !== contract.contracted.currency)
      reject('currency-differs', 'contractedTo');
    const amountMoves = contractedTo && !sameMoney(contractedTo, contract.contracted);
    const startMoves = agreedStartTo && agreedStartTo !== contract.agreedStart?.date;
    if (!amountMoves && !startMoves && text === undefined) return [];
    return [
      {
        type: 'ContractAmended',
        occurredOn: on,
        data: filled({
          kind,
          text,
          ...(amountMoves ? { contractedFrom: contract.contracted, contractedTo } : {}),
          ...(startMoves ? { agreedStartFrom: contract.agreedStart?.date ?? null, agreedStartTo } : {}),
        }),
      },
    ];
  },
  RecordCeremony: ({ text }, project, on) =>
    project.ceremony?.on === on ? [] : [{ type: 'CeremonyRecorded', occurredOn: on, data: filled({ text }) }],
};
