import type { ComponentProps } from 'react';
import { buttonClasses, type ButtonLook } from './button-classes.ts';

/** Goes somewhere, and looks like a button. */
export function LinkButton({ variant, size, wide, className, children, ...rest }: ComponentProps<'a'> & ButtonLook) {
  return (
    <a {...rest} className={buttonClasses({ variant, size, wide }, className)}>
      {children}
    </a>
  );
}
