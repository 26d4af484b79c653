import { Form } from 'antd';
import type { Begun } from './begun.ts';
import { Entry } from './entry.tsx';
import type { Field, Pickers, Values } from './field-values.ts';

type Asks = (values: Values) => boolean;
interface Asked {
  readonly field: Field;
  readonly pickers: Pickers;
}

/** What is not shown is not sent. */
const WhereAsked = ({ asks, ...entry }: Asked & { readonly asks: Asks }) => {
  const form = Form.useFormInstance<Values>();
  const wanted: unknown = Form.useWatch((values: Values) => asks(values), form);
  return wanted === true ? <Entry {...entry} /> : null;
};

/** One field of a command's form, or one that is there only where the other fields say so. */
export const EntryIf = ({ asks, ...entry }: Asked & { readonly asks: Begun['asks'] }) => {
  const own = asks?.[entry.field.name];
  return own === undefined ? <Entry {...entry} /> : <WhereAsked {...entry} asks={own} />;
};
