import { Form } from 'antd';
import { createContext, useContext } from 'react';
import type { Values } from './field-values.ts';

/** Where the row that an entry belongs to stands among the values of the form; nowhere outside of lists. */
export const RowPath = createContext<readonly (string | number)[]>([]);

/** What is filled in beside an entry, in the same row of a list. */
export const useRow = (): Values => {
  const path = useContext(RowPath);
  return (Form.useWatch([...path], Form.useFormInstance<Values>()) as Values | undefined) ?? {};
};
