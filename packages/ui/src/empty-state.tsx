import { PageState, type StateProps } from './page-state.tsx';

/** Nothing here yet, and the way on. */
export const EmptyState = (props: StateProps) => <PageState {...props} />;
