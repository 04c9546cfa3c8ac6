import { deadLetterQueueOf, type MessageStore } from '../engines/message-store.ts';
import { html, type Html } from '../html.ts';
import type { OpsOptions } from './ops.ts';
import { clock, empty, opsPage, opsTable } from './ops-page.ts';

const columns = [
  { label: 'Queue' },
  { label: 'Waiting', number: true },
  { label: 'In flight', number: true },
  { label: 'Delayed', number: true },
  { label: 'Dead letters', number: true },
  { label: 'Redrive' },
];

export function queuesPage({ queues, engines: { messages } }: OpsOptions): string {
  const rows = queues.map((queue) => {
    const { visible, inFlight, delayed } = messages.depth(queue);
    const dead = deadLetterQueueOf(queue);
    const deadCount = messages.depth(dead).visible;
    return [
      html`<a href="/queues/${queue}">${queue}</a>`,
      visible,
      inFlight,
      delayed,
      deadCount > 0 ? html`<a class="danger" href="/queues/${dead}">${deadCount}</a>` : '0',
      deadCount > 0 ? redriveButton(queue) : '',
    ];
  });
  return opsPage({ path: '/queues', title: 'Queues', body: opsTable('Queues', columns, rows) });
}

/** What waits in one queue, first things first. */
export function queuePage(queue: string, store: MessageStore): string {
  const messages = store.peek(queue, 50);
  const rows = messages.map((one) => [clock(one.sentAt), one.receives, html`<pre>${one.body.slice(0, 2_000)}</pre>`]);
  const body =
    rows.length === 0
      ? empty('Nothing waits here.')
      : opsTable('Messages', [{ label: 'Sent' }, { label: 'Receives', number: true }, { label: 'Body' }], rows);
  return opsPage({ path: '/queues', title: `Queue ${queue}`, body });
}

const redriveButton = (queue: string): Html =>
  html`<form method="post" action="/queues/${queue}/redrive"><button>Send ${queue} letters back</button></form>`;
