import { localePrefixOf } from '@tessera/contracts/locale-path.ts';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useKit } from '../contexts/services-context.ts';
import { isOwnPath } from './page-router.ts';

/** Goes to a path of any remote, given without locale prefix. */
export type Go = (to: string, options?: { replace?: boolean }) => void;

export function useGo(): Go {
  const { services, definition, place } = useKit();
  const navigate = useNavigate();
  return useCallback(
    (to, options = {}) => {
      const { boot } = services;
      const url = localePrefixOf(boot.tenant.locales, boot.locale) + to;
      const { pathname } = new URL(url, location.origin);
      if (place === 'main' && isOwnPath(services, definition.manifest, pathname)) void navigate(to, options);
      else services.navigation.navigate(url, options);
    },
    [services, definition, place, navigate],
  );
}
