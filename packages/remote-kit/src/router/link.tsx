import { localePrefixOf } from '@tessera/contracts/locale-path.ts';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useKit } from '../contexts/services-context.ts';
import { useGo } from './use-go.ts';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path of any page of the shop, without locale prefix, e.g. `/work/wrk_1/title`. */
  to: string;
  replace?: boolean;
}

/** A link to any page of the shop. Within the remote its router goes there, elsewhere the shell does. */
export function Link({ to, replace = false, onClick, target, ...rest }: LinkProps) {
  const { boot } = useKit().services;
  const go = useGo();

  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || (target !== undefined && target !== '_self')) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to, { replace });
  };

  const prefix = localePrefixOf(boot.tenant.locales, boot.locale);
  return <a {...rest} href={hrefOf(prefix, to)} target={target} onClick={follow} />;
}

const hrefOf = (prefix: string, to: string): string => (to === '/' && prefix !== '' ? prefix : prefix + to);
