import { useCallback } from 'react';
import { Link as PlainLink, useNavigate, type LinkProps, type NavigateOptions } from 'react-router';
import { useTime } from './time.ts';

/** A way to another page. The time that is looked at goes along, so that nobody walks out of the past without noticing. */
export const Link = ({ to, ...rest }: Omit<LinkProps, 'to'> & { readonly to: string }) => {
  const { kept } = useTime();
  return <PlainLink to={kept(to)} {...rest} />;
};

/** The same way, taken by what was done and not by a click on a link. */
export const useGo = (): ((to: string, options?: NavigateOptions) => void) => {
  const navigate = useNavigate();
  const { kept } = useTime();
  return useCallback(
    (to, options) => {
      void navigate(kept(to), options);
    },
    [navigate, kept],
  );
};
