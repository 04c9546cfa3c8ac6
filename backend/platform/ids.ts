import { ulid } from 'ulid';

export type IdPrefix =
  | 'sto'
  | 'mkr'
  | 'wrk'
  | 'prd'
  | 'ast'
  | 'usr'
  | 'crt'
  | 'ord'
  | 'ent'
  | 'inv'
  | 'job'
  | 'rel'
  | 'rol'
  | 'set'
  | 'evt'
  | 'aud'
  | 'tok'
  | 'ovr'
  | 'dsc';

/** A new id that sorts by time: `wrk_01K9…`. */
export const newId = <const Prefix extends IdPrefix>(prefix: Prefix): `${Prefix}_${string}` => `${prefix}_${ulid()}`;

/** Ids are a seam: tests pass a counting one. */
export type NewId = (prefix: IdPrefix) => string;
