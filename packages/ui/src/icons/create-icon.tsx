import type { SVGProps } from 'react';

/**
 * A 24 px line icon in the text's colour. Decoration unless `aria-label` says otherwise; `data-flip` icons point along
 * the line of text and are mirrored right-to-left by `base.css`.
 */
export const createIcon =
  (path: string, options: { flip?: boolean; filled?: boolean } = {}) =>
  (props: SVGProps<SVGSVGElement>) => (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill={options.filled ? 'currentColor' : 'none'}
      stroke={options.filled ? 'none' : 'currentColor'}
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden={props['aria-label'] ? undefined : true}
      role={props['aria-label'] ? 'img' : undefined}
      data-flip={options.flip ? '' : undefined}
      focusable="false"
      {...props}
    >
      <path d={path} />
    </svg>
  );
