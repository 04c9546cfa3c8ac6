import type { CalledOperation } from '@tessera/contracts/release.ts';

type Json = Record<string, unknown>;

/** An OpenAPI 3.1 document, unread. */
export type OpenApiDocument = Json;

/** So deep a schema is followed; what refers to itself has no end. */
const deepest = 8;

/**
 * What an operation takes and answers, value by value.
 *
 * @returns undefined where the document has no such operation
 */
export function operationShape(
  document: OpenApiDocument,
  method: string,
  path: string,
): Pick<CalledOperation, 'sends' | 'answers'> | undefined {
  const operation = objectOf(objectOf(objectOf(document['paths'])?.[path])?.[method]);
  if (!operation) return undefined;
  const sends: Record<string, string> = {};
  for (const parameter of listOf(operation['parameters'])) {
    const { in: where, name, required, schema } = resolve(document, parameter);
    if (where === 'query' || where === 'path')
      add(sends, `${where}:${String(name)}${required === true ? '' : '?'}`, typesOf(document, schema).join(' | '));
  }
  flatten(document, jsonSchemaOf(operation['requestBody']), 'body:', { into: sends, depth: 0 });
  const answers: Record<string, string> = {};
  for (const [status, answer] of Object.entries(objectOf(operation['responses']) ?? {}))
    if (status.startsWith('2')) flatten(document, jsonSchemaOf(answer), '', { into: answers, depth: 0 });
  return { sends, answers };
}

function jsonSchemaOf(body: unknown): unknown {
  const content = objectOf(objectOf(body)?.['content']) ?? {};
  return objectOf(content['application/json'])?.['schema'];
}

interface Walk {
  into: Record<string, string>;
  depth: number;
}

/** Writes down each value below a schema: what holds others is named by them alone. */
function flatten(document: OpenApiDocument, schema: unknown, path: string, { into, depth }: Walk): void {
  if (schema === undefined || depth > deepest) return;
  for (const option of optionsOf(document, schema)) {
    const properties = objectOf(option['properties']);
    const items = objectOf(option['items']);
    if (properties) {
      const required = new Set(listOf(option['required']));
      const separator = path === '' || path.endsWith(':') ? '' : '.';
      for (const [name, inner] of Object.entries(properties)) {
        const at = `${path.replace(/\?$/, '')}${separator}${name}`;
        flatten(document, inner, required.has(name) ? at : `${at}?`, { into, depth: depth + 1 });
      }
    } else if (items) flatten(document, items, `${path.replace(/\?$/, '')}[]`, { into, depth: depth + 1 });
    if (path !== '') add(into, path, typeOf(option));
  }
}

/** The same place may hold several types, and be required in one form and not in another. */
function add(into: Record<string, string>, path: string, type: string): void {
  const bare = path.replace(/\?$/, '');
  const known = into[bare] ?? into[`${bare}?`];
  const isOptional = path.endsWith('?') || `${bare}?` in into;
  const types = new Set([...(known?.split(' | ') ?? []), ...type.split(' | ')]);
  delete into[bare];
  into[isOptional ? `${bare}?` : bare] = [...types]
    .filter((one) => one !== '')
    .sort()
    .join(' | ');
}

const typesOf = (document: OpenApiDocument, schema: unknown): string[] => optionsOf(document, schema).map(typeOf);

/** A schema's alternatives, with references followed and `allOf` joined. */
function optionsOf(document: OpenApiDocument, schema: unknown, depth = 0): Json[] {
  const one = resolve(document, schema);
  if (depth > deepest) return [one];
  const alternatives = [...listOf(one['anyOf']), ...listOf(one['oneOf'])];
  if (alternatives.length > 0) return alternatives.flatMap((each) => optionsOf(document, each, depth + 1));
  const parts = listOf(one['allOf']);
  if (parts.length === 0) return [one];
  const joined = parts.flatMap((each) => optionsOf(document, each, depth + 1));
  return [
    {
      ...Object.assign({}, one, ...joined),
      properties: Object.assign({}, ...[one, ...joined].map((each) => objectOf(each['properties']) ?? {})),
      required: [one, ...joined].flatMap((each) => listOf(each['required'])),
    },
  ];
}

/** `string`, `integer | null`, or the values themselves: `"a" | "b"`. */
function typeOf(schema: Json): string {
  if ('const' in schema) return JSON.stringify(schema['const']);
  const values = listOf(schema['enum']);
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(' | ');
  const { type } = schema;
  if (Array.isArray(type)) return type.join(' | ');
  if (typeof type === 'string') return type;
  return objectOf(schema['properties']) ? 'object' : 'unknown';
}

function resolve(document: OpenApiDocument, schema: unknown): Json {
  let one = objectOf(schema) ?? {};
  for (let steps = 0; typeof one['$ref'] === 'string' && steps < deepest; steps += 1) {
    const names = one['$ref'].replace(/^#\//, '').split('/');
    one = objectOf(names.reduce<unknown>((at, name) => objectOf(at)?.[name], document)) ?? {};
  }
  return one;
}

const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
