import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

interface SkeletonGroupProps {
  /** Said once: "Loading". */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

export const SkeletonGroup = ({ label, className, children }: SkeletonGroupProps) => (
  <div className={className} aria-busy="true">
    <span role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
    {children}
  </div>
);
