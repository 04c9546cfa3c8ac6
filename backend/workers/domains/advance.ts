import type { DomainItem } from '../../table/domain.ts';

export type DomainState = DomainItem['state'];
export type Problem = 'txt_missing' | 'cname_missing' | 'dns_unreachable' | 'certificate_failed';

/** What the world says of a domain. */
export interface Seen {
  token: boolean;
  pointsHere: boolean;
  certificate: 'none' | 'pending' | 'issued' | 'failed';
}

export interface Verdict {
  state: DomainState;
  problem?: Problem;
}

/**
 * requested → dns_pending → token_ok → cert_pending → active ⇄ failing; removed from each. A host serves only after its
 * owner's proof was seen, it led here and it had a certificate; one that leads away later is kept, and said to fail.
 */
export function advance(state: DomainState, seen: Seen): Verdict {
  switch (state) {
    case 'requested':
      return advance('dns_pending', seen);
    case 'dns_pending':
      return seen.token ? advance('token_ok', seen) : { state, problem: 'txt_missing' };
    case 'token_ok':
      return seen.pointsHere ? advance('cert_pending', seen) : { state, problem: 'cname_missing' };
    case 'cert_pending':
      if (seen.certificate === 'issued') return advance('active', seen);
      return seen.certificate === 'failed' ? { state, problem: 'certificate_failed' } : { state };
    case 'active':
    case 'failing':
      return seen.pointsHere ? { state: 'active' } : { state: 'failing', problem: 'cname_missing' };
    case 'removed':
      return { state };
  }
}
