import { Component, type ReactNode } from 'react';

interface RenderBoundaryProps {
  onError(error: unknown): void;
  children: ReactNode;
}

/** Last resort around a remote: an error no route caught empties its place and is handed to the shell. */
export class RenderBoundary extends Component<RenderBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
