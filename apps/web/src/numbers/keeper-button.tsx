import { Button } from 'antd';
import { useKeepsNumbers } from './keeps-numbers.ts';

/** What only who keeps the numbers begins, beside the title of a page; nobody else sees it. `isNext`: it is what the page waits for. */
export const KeeperButton = ({
  onBegin,
  isNext = true,
  children,
}: {
  onBegin: () => void;
  isNext?: boolean;
  children: string;
}) =>
  useKeepsNumbers() ? (
    <Button type={isNext ? 'primary' : 'default'} onClick={onBegin}>
      {children}
    </Button>
  ) : null;
