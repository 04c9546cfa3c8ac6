import { OfflineIcon } from './icons/offline.tsx';
import { PageState, type StateProps } from './page-state.tsx';

/** No network: `text` says what still works. */
export const OfflineState = (props: StateProps) => (
  <PageState icon={<OfflineIcon width="26" height="26" />} {...props} role="status" />
);
