import { useEffect, useState } from 'react';

/** True once `busy` has lasted `delayMs`: what is quick needs no skeleton. */
export function useLate(busy: boolean, delayMs = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy, delayMs]);
  return busy && late;
}
