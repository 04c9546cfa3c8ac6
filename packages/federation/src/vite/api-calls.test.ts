import { expect, test } from 'vitest';
import { callsOf } from './api-calls.ts';

const cases: readonly [code: string, calls: string[]][] = [
  [`const { data } = await api.POST('/api/downloads/link', { body });`, ['post /api/downloads/link']],
  ['client.GET(`/api/cart`);', ['get /api/cart']],
  [`api.DELETE("/api/admin/domains/{host}", { params })`, ['delete /api/admin/domains/{host}']],
  [`const work = useRouteData('/api/public/catalog/items/{id}');`, ['get /api/public/catalog/items/{id}']],
  [
    `export const head = ({ data }) => ({ title: data('/api/public/catalog/home').title });`,
    ['get /api/public/catalog/home'],
  ],
  [`services.fetch('/api/support/chat', { method: 'POST', body })`, ['post /api/support/chat']],
  [`fetch('/api/cart?x=1')`, ['get /api/cart']],
  [`(0, kit.useRouteData)('/api/cart')`, ['get /api/cart']],
  [`navigate('/api/cart')`, []],
  [`api.GET(path)`, []],
  [`api.GET('/elsewhere')`, []],
  ['api.GET(`/api/${name}`)', []],
];

test.each(cases)('%s', (code, calls) => expect(callsOf(code)).toEqual(calls));
