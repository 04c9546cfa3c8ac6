import { Link } from '@tessera/remote-kit/router/link.tsx';
import type { ReactNode } from 'react';
import { markForMorph } from './cover-morph.ts';
import { paths } from './paths.ts';

interface WorkLinkProps {
  work: { id: string; slug: string };
  className?: string | undefined;
  children: ReactNode;
}

/** To a work's page. Where the browser can, the card's cover grows into the page's. */
export const WorkLink = ({ work, className, children }: WorkLinkProps) => (
  <Link to={paths.work(work)} className={className} onClick={(event) => markForMorph(event.currentTarget)}>
    {children}
  </Link>
);
