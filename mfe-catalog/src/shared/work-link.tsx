import { Link } from '@tessera/remote-kit/router/link.tsx';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { markForMorph } from './cover-morph.ts';
import { paths } from './paths.ts';

interface WorkLinkProps {
  work: { id: string; slug: string };
  className?: string | undefined;
  children: ReactNode;
}

/** To a work's page. Where the browser can, the card's cover grows into the page's. */
export function WorkLink({ work, className, children }: WorkLinkProps) {
  const navigate = useNavigate();
  const to = paths.work(work);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    markForMorph(event.currentTarget);
    void navigate(to, { viewTransition: !matchMedia('(prefers-reduced-motion: reduce)').matches });
  };
  return (
    <Link to={to} className={className} onClick={follow}>
      {children}
    </Link>
  );
}
