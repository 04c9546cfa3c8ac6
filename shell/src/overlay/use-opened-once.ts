import { useState } from 'react';

/** True from the first time on: a panel that was opened stays, so that closing it can be animated. */
export function useOpenedOnce(open: boolean): boolean {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened || open;
}
