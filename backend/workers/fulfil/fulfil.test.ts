import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../checkout/payment/reconcile.ts';
import { putDiscount } from '../../checkout/testing/seed-discount.ts';
import { submit } from '../../local/stripe/testing.ts';
import { writeRefund } from '../../checkout/testing/refunds.ts';
import { album, ebook, monthly, startWorld, vinyl, type World } from '../../checkout/testing/world.ts';
import { createInvoiceEntity } from '../../table/invoice.ts';
import { createRefundEntity } from '../../table/refund.ts';
import { createCreditNotes } from './credit-notes.ts';
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
    creditNotes: createCreditNotes(world.table, world.scope(tenantId).tenantId, world.clock),
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

test('a discount stands on the receipt by its code, and the sums are those of the order', async () => {
  const user = 'usr_discounted';
  await putDiscount(world.table, { tenantId: 'folio', discountId: 'dsc_receipt', code: 'SPRING' });
  await world.set('folio', ebook, 1, { user });
  await world.post('folio', '/api/cart/codes', { code: 'spring' }, { user });
  const orderId = await paidOrder('folio', user, ebook);
  const { mails, ports } = createPorts('folio');
  await fulfilPaidOrder(orderId, ports);
  expect(mails[0]?.text).toContain('Subtotal: €9.99\nDiscount (SPRING): -€2.00\nTotal: €7.99');
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

test('each refund gets its credit note, its file and its mail once, and the note says what goes back', async () => {
  const user = 'usr_notice';
  await world.set('aria', vinyl, 1, { user });
  const orderId = await paidOrder('aria', user, album);
  const { files, mails, ports } = createPorts('aria');
  await tellOfRefund(orderId, ports);
  expect(mails).toEqual([]);
  await writeRefund(world, orderId, { products: [album] });
  await reconcile(world.scope('aria'), orderId);
  for (let turn = 0; turn < 3; turn += 1) await tellOfRefund(orderId, ports);
  const order = await world.order('aria', user, orderId);
  const number = `A-CN-${world.clock().getUTCFullYear()}-000001`;
  expect(order.givenBack).toMatchObject([{ amount: { amountMinor: '1383' }, creditNoteNumber: number }]);
  expect(order.invoiceNumber).toBeDefined();
  expect([...files.keys()]).toEqual([`invoices/aria/${number}.pdf`]);
  const pdf = files.get(`invoices/aria/${number}.pdf`)?.toString('latin1') ?? '';
  for (const text of [`For invoice: ${order.invoiceNumber}`, '$13.83', '$0.84', 'WA sales tax 6.5% (included)'])
    expect(pdf).toContain(Buffer.from(text).toString('hex'));
  expect(mails.map(({ subject }) => subject)).toEqual([`Your refund for order ${order.number} at Aria Records`]);
  expect(mails[0]?.text).toContain('We have refunded $13.83');
  expect(mails[0]?.text).toContain(`credit note ${number}`);
  await writeRefund(world, orderId, { amountMinor: 100n });
  await reconcile(world.scope('aria'), orderId);
  await Promise.all([tellOfRefund(orderId, ports), tellOfRefund(orderId, ports)]);
  expect(new Set(files.keys()).size).toBe(2);
  expect(mails[1]?.text).toContain('part of the price');
  const { data } = await createInvoiceEntity(world.table).query.ofOrder({ tenantId: 'aria', orderId }).go();
  expect(data.map(({ credits, totalMinor }) => [credits !== undefined, totalMinor])).toEqual([
    [false, '4472'],
    [true, '1383'],
    [true, '100'],
  ]);
});

test('a refund that the bank sends back: its note is taken back by an invoice, and the buyer is told, once', async () => {
  const user = 'usr_sent-back';
  const orderId = await paidOrder('aria', user, album);
  const { files, mails, ports } = createPorts('aria');
  await writeRefund(world, orderId, { products: [album] });
  const { orders } = world.scope('aria');
  await reconcile(world.scope('aria'), orderId);
  await tellOfRefund(orderId, ports);
  const refundOf = async () => {
    const found = await orders.find(orderId);
    return found ? (await orders.refundsOf(found))[0] : undefined;
  };
  const given = await refundOf();
  await submit(`${world.payment.origin}/operator/refunds/${given?.providerId}/fail`, {});
  await reconcile(world.scope('aria'), orderId);
  for (let turn = 0; turn < 2; turn += 1)
    await Promise.all([tellOfRefund(orderId, ports), tellOfRefund(orderId, ports)]);
  const sentBack = await refundOf();
  const { creditNoteNumber = '', cancelledBy = '' } = sentBack ?? {};
  expect(sentBack).toMatchObject({ state: 'failed', noticeSentAt: expect.any(String) });
  const { data } = await createInvoiceEntity(world.table).query.ofOrder({ tenantId: 'aria', orderId }).go();
  expect(data.map(({ number, credits, cancels, totalMinor }) => [number, credits, cancels, totalMinor])).toEqual([
    [expect.any(String), undefined, undefined, '1383'],
    [cancelledBy, undefined, creditNoteNumber, '1383'],
    [creditNoteNumber, expect.any(String), undefined, '1383'],
  ]);
  const pdf = files.get(`invoices/aria/${cancelledBy}.pdf`)?.toString('latin1') ?? '';
  for (const text of [`Takes back credit note: ${creditNoteNumber}`, '$13.83'])
    expect(pdf).toContain(Buffer.from(text).toString('hex'));
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(2);
  expect(mails.at(-1)?.text).toContain('sent the $13.83 that we refunded');
  const told = mails.length;
  await createRefundEntity(world.table)
    .patch({ tenantId: 'aria', orderId, n: 1 })
    .set({ state: 'succeeded' })
    .composite({ requestedAt: given?.requestedAt ?? '' })
    .go();
  for (let turn = 0; turn < 2; turn += 1) await tellOfRefund(orderId, ports);
  const arrived = await refundOf();
  expect(arrived?.creditNoteNumber).not.toBe(creditNoteNumber);
  expect(arrived).not.toHaveProperty('cancelledBy');
  expect(mails.slice(told).map(({ text }) => text.includes(arrived?.creditNoteNumber ?? '-'))).toEqual([true]);
});

test('credit notes have a series of their own, without a gap, with many at once', async () => {
  const users = Array.from({ length: 4 }, (_, index) => `usr_notes_${index}`);
  const orders = await Promise.all(users.map((user) => paidOrder('aria', user, album)));
  for (const orderId of orders) {
    await writeRefund(world, orderId, { products: [album] });
    await reconcile(world.scope('aria'), orderId);
  }
  const { ports } = createPorts('aria');
  await Promise.all([...orders, ...orders].map((orderId) => tellOfRefund(orderId, ports)));
  const serials = await Promise.all(
    orders.map(async (orderId, index) => {
      const order = await world.order('aria', users[index] ?? '', orderId);
      return Number(order.givenBack?.[0]?.creditNoteNumber?.split('-')[3]);
    }),
  );
  const [start = 0, ...others] = serials.toSorted((a, b) => a - b);
  expect(others).toEqual(others.map((_, index) => start + index + 1));
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
