import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import arReleases from '../features/releases/messages/releases.ar.messages.json';
import deReleases from '../features/releases/messages/releases.de.messages.json';
import enReleases from '../features/releases/messages/releases.en.messages.json';
import arBooks from '../features/books/messages/books.ar.messages.json';
import deBooks from '../features/books/messages/books.de.messages.json';
import enBooks from '../features/books/messages/books.en.messages.json';
import arDomains from '../features/domains/messages/domains.ar.messages.json';
import deDomains from '../features/domains/messages/domains.de.messages.json';
import enDomains from '../features/domains/messages/domains.en.messages.json';
import arDiscounts from '../features/discounts/messages/discounts.ar.messages.json';
import deDiscounts from '../features/discounts/messages/discounts.de.messages.json';
import enDiscounts from '../features/discounts/messages/discounts.en.messages.json';
import arOrders from '../features/orders/messages/orders.ar.messages.json';
import deOrders from '../features/orders/messages/orders.de.messages.json';
import enOrders from '../features/orders/messages/orders.en.messages.json';
import ar from './ar.messages.json';
import de from './de.messages.json';
import en from './en.messages.json';

test.each([
  ['de', de, en],
  ['ar', ar, en],
  ['de, releases', deReleases, enReleases],
  ['de, books', deBooks, enBooks],
  ['ar, books', arBooks, enBooks],
  ['de, domains', deDomains, enDomains],
  ['ar, domains', arDomains, enDomains],
  ['de, discounts', deDiscounts, enDiscounts],
  ['ar, discounts', arDiscounts, enDiscounts],
  ['de, orders', deOrders, enOrders],
  ['ar, orders', arOrders, enOrders],
  ['ar, releases', arReleases, enReleases],
])('%s says everything that en says, with the same values', (_, messages: Record<string, string>, said) => {
  expect(Object.keys(messages)).toEqual(Object.keys(said));
  const valuesOf = (message: string) => new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));
  for (const [key, message] of Object.entries(said)) {
    expect(() => compile(messages[key] ?? '')).not.toThrow();
    expect([key, valuesOf(messages[key] ?? '')]).toEqual([key, valuesOf(message)]);
  }
});
