import type { Permission } from './permission.ts';

export interface DownloadGrant extends Permission {
  token: string;
  productId: string;
  lineId: string;
}

/** A day in which repeats of a download are free: range requests, resumes, a second device. */
export const windowSeconds = 24 * 3600;
/** Windows one file of one right can be fetched in. Far more than a person needs, far less than a crowd. */
export const maxUses = 30;

export interface Downloads {
  keep(grant: DownloadGrant): Promise<void>;
  find(token: string): Promise<DownloadGrant | undefined>;
  /** Counts a use unless one was counted within the window; `used-up` where no window is left. */
  use(permission: Permission): Promise<'counted' | 'free' | 'used-up'>;
  /** Notes who fetched what; evidence in a dispute. */
  audit(grant: DownloadGrant, client: { ip: string }): Promise<void>;
}
