import { afterAll, beforeAll, expect, test } from 'vitest';
import { album, ebook, monthly, startWorld, type World } from '../../checkout/testing/world.ts';
import { fulfilPaidOrder, tellOfRefund } from './fulfil.ts';
import { createInvoices } from './invoices.ts';
import type { Mail } from './mails.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

function createPorts(tenantId: string) {
  const files = new Map<string, Buffer>();
  const mails: Mail[] = [];
  const ports = {
    invoices: createInvoices(world.table, world.scope(tenantId).tenantId, world.clock),
    putInvoice: (key: string, pdf: Buffer) => Promise.resolve(void files.set(key, pdf)),
    sendMail: (mail: Mail) => Promise.resolve(void mails.push(mail)),
  };
  return { files, mails, ports };
}

async function paidOrder(tenantId: string, user: string, productId: string): Promise<string> {
  const { url, orderId } = await world.placed(tenantId, user, productId);
  await world.pay(url);
  expect((await world.order(tenantId, user, orderId)).state).toBe('paid');
  return orderId;
}

test('a paid order gets one invoice, its file and one receipt, however often it is told', async () => {
  const orderId = await paidOrder('folio', 'usr_invoice', ebook);
  const { files, mails, ports } = createPorts('folio');
  for (let turn = 0; turn < 3; turn += 1) await fulfilPaidOrder(orderId, ports);
  const year = world.clock().getUTCFullYear();
  const order = await world.order('folio', 'usr_invoice', orderId);
  expect(order.invoiceNumber).toBe(`F-${year}-000001`);
  expect([...files.keys()]).toEqual([`invoices/folio/F-${year}-000001.pdf`]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: 'usr_invoice@example.com',
    subject: `Your order ${order.number} at Folio Press`,
  });
  expect(mails[0]?.text).toContain('1 × Herbst – MP3: €9.99');
  expect(mails[0]?.html).toContain('http://folio.localhost:8080/library');
});

test('the file is a PDF whose cross references are right, and the same each time', async () => {
  const orderId = await paidOrder('aria', 'usr_pdf', album);
  const { files, ports } = createPorts('aria');
  await fulfilPaidOrder(orderId, ports);
  const [pdf] = files.values();
  const text = pdf?.toString('latin1') ?? '';
  expect(text.startsWith('%PDF-1.4\n')).toBe(true);
  const at = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(at, at + 4)).toBe('xref');
  const offsets = [...text.slice(at).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
  offsets.forEach((offset, index) => {
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  });
  expect(text).toContain(Buffer.from('WA sales tax 6.5%').toString('hex'));
  expect(text).toContain(Buffer.from('$13.83').toString('hex'));
});

test('numbers have no gap and none is given twice, with many orders at once', async () => {
  const users = Array.from({ length: 6 }, (_, index) => `usr_series_${index}`);
  const orders = await Promise.all(users.map((user) => paidOrder('aria', user, album)));
  const { ports } = createPorts('aria');
  await Promise.all([...orders, ...orders].map((orderId) => fulfilPaidOrder(orderId, ports)));
  const numbers = await Promise.all(
    orders.map(async (orderId, index) => (await world.order('aria', users[index] ?? '', orderId)).invoiceNumber),
  );
  const serials = numbers.map((number) => Number(number?.split('-')[2])).toSorted((a, b) => a - b);
  const [start = 0] = serials;
  expect(serials).toEqual(serials.map((_, index) => start + index));
});

test('a refund is told once', async () => {
  const orderId = await paidOrder('aria', 'usr_notice', album);
  const { mails, ports } = createPorts('aria');
  await tellOfRefund(orderId, ports);
  expect(mails).toEqual([]);
  const stored = await world.scope('aria').orders.find(orderId);
  await world.stripe.refunds.create({ payment_intent: stored?.paymentIntentId ?? '' });
  const { payload, signature } = world.sign({
    id: 'evt_refund',
    object: 'event',
    type: 'charge.refunded',
    data: { object: { id: 'ch_1', payment_intent: stored?.paymentIntentId } },
  });
  await world.deliver(payload, signature);
  await world.handle('evt_refund');
  await tellOfRefund(orderId, ports);
  await tellOfRefund(orderId, ports);
  expect(mails.map(({ subject }) => subject)).toEqual([`Your refund for order ${stored?.number} at Aria Records`]);
  expect(mails[0]?.text).toContain('$13.83');
});

test('an order that is not there is an error, so that the message comes again', async () => {
  await expect(fulfilPaidOrder('ord_none', createPorts('aria').ports)).rejects.toThrow('not there');
});

test('the receipt of a subscription says what it goes on costing', async () => {
  const orderId = await paidOrder('aria', 'usr_renews', monthly);
  const { mails, ports } = createPorts('aria');
  await fulfilPaidOrder(orderId, ports);
  expect(mails[0]?.text).toContain('It renews every month for $9.59 until you cancel in your library.');
  expect(mails[0]?.html).toContain('$9.59 until you cancel');
});
