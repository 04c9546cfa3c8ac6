import { operationShape } from '@tessera/federation/api/operation-shape.ts';
import { describe, expect, test } from 'vitest';
import { apiFindings } from './api.ts';

type Schema = Record<string, unknown>;

const object = (properties: Schema, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const text = { type: 'string' };

interface Operation {
  answer?: Schema;
  body?: Schema;
  query?: Record<string, { schema?: Schema; required?: boolean }>;
}

const documentOf = (
  { answer = object({ id: text }), body, query = {} }: Operation,
  method = 'post',
  path = '/api/cart',
) => ({
  paths: {
    [path]: {
      [method]: {
        parameters: Object.entries(query).map(([name, { schema = text, required = false }]) => ({
          in: 'query',
          name,
          schema,
          required,
        })),
        ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
        responses: { 200: { content: { 'application/json': { schema: answer } } }, 404: {} },
      },
    },
  },
  components: { schemas: { Line: object({ sku: text, quantity: { type: 'integer' } }) } },
});

/** What the gate says of a build that was made against `before` and meets `after`. */
function between(
  before: Operation,
  after: Operation,
  { mentions = (_name: string): boolean => true, method = 'post', path = '/api/cart' } = {},
): string[] {
  const made = operationShape(documentOf(before), 'post', '/api/cart');
  const live = documentOf(after, method, path);
  const calls = [{ method: 'post' as const, path: '/api/cart', ...made! }];
  return apiFindings(calls, { documentOf: () => live }, mentions).map(({ severity, code, where }) =>
    `${severity} ${code} ${where.replace('POST /api/cart', '').trim()}`.trim(),
  );
}

describe('what the build relies on is still so', () => {
  const line = { $ref: '#/components/schemas/Line' };
  const same: readonly [name: string, before: Operation, after: Operation][] = [
    ['the same', { answer: object({ id: text }) }, { answer: object({ id: text }) }],
    ['a field more', { answer: object({ id: text }) }, { answer: object({ id: text, more: text }) }],
    ['a value fewer', { answer: object({ a: { enum: ['x', 'y'] } }) }, { answer: object({ a: { enum: ['x'] } }) }],
    [
      'an answer that is whole where a number was read',
      { answer: object({ n: { type: 'number' } }) },
      { answer: object({ n: { type: 'integer' } }) },
    ],
    ['a field that is always there now', { answer: object({ a: text }, []) }, { answer: object({ a: text }) }],
    ['null no longer', { answer: object({ a: { type: ['string', 'null'] } }) }, { answer: object({ a: text }) }],
    ['a new field that may be left out', { body: object({ a: text }) }, { body: object({ a: text, b: text }, ['a']) }],
    ['more values taken', { body: object({ a: { enum: ['x'] } }) }, { body: object({ a: { enum: ['x', 'y'] } }) }],
    ['any text taken', { body: object({ a: { enum: ['x'] } }) }, { body: object({ a: text }) }],
    ['any number taken', { body: object({ a: { type: 'integer' } }) }, { body: object({ a: { type: 'number' } }) }],
    [
      'a new part that may be left out, with a field it must have',
      { body: object({ a: text }) },
      { body: object({ a: text, gift: object({ words: text }) }, ['a']) },
    ],
    [
      'the same by reference',
      { answer: object({ lines: { type: 'array', items: line } }) },
      { answer: object({ lines: { type: 'array', items: object({ sku: text, quantity: { type: 'integer' } }) } }) },
    ],
    [
      'forms in another order',
      { answer: { oneOf: [object({ a: text }), object({ b: text })] } },
      { answer: { oneOf: [object({ b: text }), object({ a: text })] } },
    ],
    ['a query parameter that may be left out', {}, { query: { q: {} } }],
  ];
  test.each(same)('%s', (_name, before, after) => expect(between(before, after)).toEqual([]));
});

describe('what broke is named', () => {
  const broken: readonly [name: string, before: Operation, after: Operation, findings: string[]][] = [
    [
      'a field that is gone',
      { answer: object({ id: text, title: text }) },
      { answer: object({ id: text }) },
      ['refusal api-field-removed → title'],
    ],
    [
      'a field of a list’s elements',
      { answer: object({ items: { type: 'array', items: object({ a: text, b: text }) } }) },
      { answer: object({ items: { type: 'array', items: object({ a: text }) } }) },
      ['refusal api-field-removed → items[].b'],
    ],
    [
      'a part that is gone, once',
      { answer: object({ price: object({ amount: text, currency: text }) }) },
      { answer: object({ id: text }) },
      ['refusal api-field-removed → price'],
    ],
    [
      'another type',
      { answer: object({ n: text }) },
      { answer: object({ n: { type: 'integer' } }) },
      ['refusal api-field-retyped → n'],
    ],
    [
      'null where there was none',
      { answer: object({ n: text }) },
      { answer: object({ n: { type: ['string', 'null'] } }) },
      ['refusal api-field-retyped → n'],
    ],
    [
      'any text where there were few values',
      { answer: object({ n: { enum: ['x'] } }) },
      { answer: object({ n: text }) },
      ['refusal api-field-retyped → n'],
    ],
    [
      'no longer always there',
      { answer: object({ n: text }) },
      { answer: object({ n: text }, []) },
      ['refusal api-field-optional → n'],
    ],
    [
      'values that are new',
      { answer: object({ n: { enum: ['x'] } }) },
      { answer: object({ n: { enum: ['x', 'y'] } }) },
      ['warning api-new-values → n'],
    ],
    [
      'a field it must send',
      { body: object({ a: text }) },
      { body: object({ a: text, b: text }) },
      ['refusal api-field-required ← body b'],
    ],
    [
      'a field it could leave out',
      { body: object({ a: text }, []) },
      { body: object({ a: text }) },
      ['refusal api-field-required ← body a'],
    ],
    [
      'a value no longer taken',
      { body: object({ a: { enum: ['x', 'y'] } }) },
      { body: object({ a: { enum: ['x'] } }) },
      ['refusal api-request-narrowed ← body a'],
    ],
    [
      'a type no longer taken',
      { body: object({ a: text }) },
      { body: object({ a: { type: 'integer' } }) },
      ['refusal api-request-narrowed ← body a'],
    ],
    [
      'whole numbers only',
      { body: object({ a: { type: 'number' } }) },
      { body: object({ a: { type: 'integer' } }) },
      ['refusal api-request-narrowed ← body a'],
    ],
    [
      'a query parameter it must send',
      {},
      { query: { q: { required: true } } },
      ['refusal api-field-required ← query q'],
    ],
  ];
  test.each(broken)('%s', (_name, before, after, findings) => expect(between(before, after)).toEqual(findings));

  test('a path that is gone', () =>
    expect(between({}, {}, { path: '/api/basket' })).toEqual(['refusal api-path-removed']));
  test('a method that is gone', () =>
    expect(between({}, {}, { method: 'put' })).toEqual(['refusal api-method-removed']));
  test('a field that no script names is noted', () =>
    expect(
      between(
        { answer: object({ id: text, title: text }) },
        { answer: object({ id: text }) },
        { mentions: (name) => name !== 'title' },
      ),
    ).toEqual(['note api-field-removed-unused → title']));
  test('a slice that answers nothing', () => {
    const [call] = [{ method: 'get' as const, path: '/api/cart', sends: {}, answers: {} }];
    expect(apiFindings([call], { documentOf: () => undefined }, () => true)[0]?.code).toBe('api-path-removed');
  });
  test('a build that says nothing of its calls', () =>
    expect(apiFindings(undefined, { documentOf: () => undefined }, () => true)[0]).toMatchObject({
      severity: 'note',
      code: 'api-unknown',
    }));
});

test('a schema that refers to itself comes to an end', () => {
  const document = {
    paths: {
      '/api/x': {
        get: {
          responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } } },
        },
      },
    },
    components: { schemas: { Node: object({ name: text, next: { $ref: '#/components/schemas/Node' } }) } },
  };
  expect(operationShape(document, 'get', '/api/x')?.answers['next.next.name']).toBe('string');
});
