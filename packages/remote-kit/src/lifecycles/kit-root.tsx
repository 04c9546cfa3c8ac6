import { StrictMode, type ReactNode, useEffect } from 'react';
import { KitContext, type KitContextValue } from '../contexts/services-context.ts';
import { answerEarlyPress } from './early-press.ts';
import { RenderBoundary } from './render-boundary.tsx';

/** The same tree on the server and in the browser, or hydration would differ. */
export function KitRoot({ value, children }: { value: KitContextValue; children: ReactNode }) {
  const { container } = value;
  useEffect(() => {
    if (container) answerEarlyPress(container, window.event);
  }, [container]);
  return (
    <StrictMode>
      <RenderBoundary onError={(error) => value.giveUp({ reason: 'render', error })}>
        <KitContext value={value}>{children}</KitContext>
      </RenderBoundary>
    </StrictMode>
  );
}
