import { Form } from 'antd';
import { exactly, type Money } from '../parts/money.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';
import { useProject } from './project-queries.ts';
import { notYetShared, type TypedSplit } from './shares.ts';

/** While a contract is split: what it comes to, and what of it nobody has yet. */
export const SharesOfContract = ({ contracted }: { contracted: Money }) => {
  const { t, marks } = useWords();
  const form = Form.useFormInstance<TypedSplit>();
  const left = notYetShared(contracted, Form.useWatch([], form) ?? {});
  const [part] = left;
  const isTooMuch = part?.amount.startsWith('-') ?? false;
  return (
    <p aria-live="polite" data-testid="shares">
      {t('contractedSum')} {exactly(contracted)}
      {marks.semicolon}
      {part === undefined
        ? t('sharedOut')
        : `${t(isTooMuch ? 'sharedTooMuch' : 'notShared')} ${exactly({ ...part, amount: part.amount.replace('-', '') })}`}
    </p>
  );
};

const ContractOf = ({ id }: { id: string }) => {
  const { t, marks } = useWords();
  const project = useProject(id, useTime().time).data;
  if (project === undefined) return null;
  const contracted = project.state.contract?.contracted;
  return (
    <p aria-live="polite" data-testid="comes-with">
      {t('contractOfAbsorbed')}
      {marks.colon}
      {contracted ? exactly(contracted) : t('noContract')}
    </p>
  );
};

/** While another project is merged into this one: what the contract of the chosen one says. */
export const ContractThatComes = () => {
  const absorbed = Form.useWatch<unknown>('absorbed', Form.useFormInstance());
  return typeof absorbed === 'string' ? <ContractOf id={absorbed} /> : null;
};
