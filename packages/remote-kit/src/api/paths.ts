import type { paths as Admin } from './generated/admin.ts';
import type { paths as AiSupport } from './generated/ai-support.ts';
import type { paths as Catalog } from './generated/catalog.ts';
import type { paths as Checkout } from './generated/checkout.ts';
import type { paths as Library } from './generated/library.ts';
import type { paths as Session } from './generated/session.ts';

/** Each slice's operations, generated from its OpenAPI document. */
export interface SlicePaths {
  admin: Admin;
  'ai-support': AiSupport;
  catalog: Catalog;
  checkout: Checkout;
  library: Library;
  session: Session;
}

type AllPaths = Admin & AiSupport & Catalog & Checkout & Library & Session;

type JsonOf<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : never;

/** Paths whose GET answers JSON. */
export type DataPath = {
  [P in keyof AllPaths]: AllPaths[P] extends { get: infer Get } ? (JsonOf<Get> extends never ? never : P) : never;
}[keyof AllPaths];

/** The JSON a GET of `P` answers. */
export type DataOf<P extends DataPath> = AllPaths[P] extends { get: infer Get } ? JsonOf<Get> : never;

/** The JSON that a POST of `P` takes. */
export type BodyOf<P extends keyof AllPaths> = AllPaths[P] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
