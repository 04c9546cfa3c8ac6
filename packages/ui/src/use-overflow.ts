import { type RefObject, useEffect, useState } from 'react';

/** Whether a row holds more than it shows. True until it is measured, as on the server. */
export function useOverflow(ref: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(true);
  useEffect(() => {
    const row = ref.current;
    if (!row) return;
    const observer = new ResizeObserver(() => setOverflows(row.scrollWidth > row.clientWidth + 1));
    observer.observe(row);
    return () => observer.disconnect();
  }, [ref]);
  return overflows;
}
