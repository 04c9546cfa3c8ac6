import type { LastGoodQuestion, UsedMessage } from '../sw/message.ts';

export interface LastGoodOptions {
  releaseSet: string;
  worker(): Pick<ServiceWorker, 'postMessage'> | null | undefined;
  location: Pick<Location, 'href' | 'reload'>;
  /** Throws where the browser forbids it. */
  storage(): Storage;
}

export interface LastGood {
  /** Tells the worker that this page's set does what it should. */
  approve(): void;
  /**
   * The way to this page as the last good release set made it: loads it once it is taken. None where the device has
   * not kept that, nor for a page that is shown so already: it is not set back further.
   */
  find(): Promise<(() => void) | undefined>;
}

const key = 'tessera-last-good';
const patienceMs = 1_000;

/** The way back to what worked on this device, with the service worker's help. */
export function createLastGood({ releaseSet, worker, location, storage }: LastGoodOptions): LastGood {
  const isSetBack = takeMark(storage) === pageOf(location);
  let approved = false;
  return {
    approve() {
      const active = worker();
      if (!active || approved || isSetBack) return;
      approved = true;
      active.postMessage({ type: 'good', releaseSet } satisfies UsedMessage);
    },
    async find() {
      const active = worker();
      if (!active || isSetBack) return undefined;
      const page = pageOf(location);
      const isThere = (await ask(active, { type: 'last-good', page, releaseSet })) && setMark(storage, page);
      return isThere ? () => location.reload() : undefined;
    },
  };
}

const pageOf = ({ href }: Pick<Location, 'href'>): string => href.split('#')[0] ?? href;

function ask(worker: Pick<ServiceWorker, 'postMessage'>, question: LastGoodQuestion): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(false), patienceMs);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data === true);
    };
    worker.postMessage(question, [port2]);
  });
}

/** Without a mark a page that fails again would be set back for ever, so there is none without it. */
function setMark(storage: () => Storage, page: string): boolean {
  try {
    storage().setItem(key, page);
    return true;
  } catch {
    return false;
  }
}

function takeMark(storage: () => Storage): string | null {
  try {
    const mark = storage().getItem(key);
    if (mark !== null) storage().removeItem(key);
    return mark;
  } catch {
    return null;
  }
}
