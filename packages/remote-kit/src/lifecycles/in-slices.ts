import { startTransition } from 'react';

/**
 * Makes a root of which React brings the tree to life as a transition: in slices, between which a key that is pressed
 * meanwhile has its answer. Anything else it renders in one go, however long that takes.
 */
export function inSlices<Root>(make: () => Root): Root {
  let root: { made: Root } | undefined;
  startTransition(() => {
    root = { made: make() };
  });
  if (!root) throw new Error('React did not run the transition');
  return root.made;
}
