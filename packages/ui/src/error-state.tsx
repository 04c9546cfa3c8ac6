import { WarningIcon } from './icons/warning.tsx';
import { PageState, type StateProps } from './page-state.tsx';

/** What went wrong in one sentence, and one action. */
export const ErrorState = (props: StateProps) => (
  <PageState icon={<WarningIcon width="26" height="26" />} {...props} tone="danger" role="alert" />
);
