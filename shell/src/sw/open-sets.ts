import type { SetQuestion } from './message.ts';

const patienceMs = 1_000;

/** Asks every open page of the shop which release set it is made of; undefined where one does not answer in time. */
export async function findOpenSets(
  clients: readonly Pick<Client, 'postMessage'>[],
): Promise<ReadonlySet<string> | undefined> {
  const answers = await Promise.all(clients.map(ask));
  return answers.includes(undefined) ? undefined : new Set(answers.filter((set) => set !== undefined));
}

function ask(client: Pick<Client, 'postMessage'>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(typeof data === 'string' ? data : undefined);
    };
    client.postMessage({ type: 'which-set' } satisfies SetQuestion, [port2]);
  });
}
