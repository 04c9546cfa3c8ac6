import { RemoteLoadError } from './failure.ts';

/** Gives up waiting; what was started goes on unheard. */
export function withDeadline<T>(
  promise: Promise<T>,
  timeoutMs: number,
  reason: 'timeout' | 'mount-timeout' | 'unmount-timeout' = 'timeout',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RemoteLoadError(reason, `Not done after ${timeoutMs} ms`)), timeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
