import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useKit } from '../contexts/services-context.ts';
import { hrefOf } from './go.ts';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path of any page of the shop, without locale prefix, e.g. `/work/wrk_1/title`. */
  to: string;
  replace?: boolean;
}

/** A link to any page of the shop. Within the remote its router goes there, elsewhere the shell does. */
export function Link({ to, replace = false, onClick, target, children, ...rest }: LinkProps) {
  const { services, go } = useKit();

  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || (target !== undefined && target !== '_self')) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to, { replace });
  };

  return (
    <a {...rest} href={hrefOf(services, to)} target={target} onClick={follow}>
      {children}
    </a>
  );
}
