import type { Role } from '@tessera/contracts/api/session.ts';

/** A role that can be given: everybody who signed up is a shopper, and the platform's own team is not the shop's to choose. */
export type GivenRole = Exclude<Role, 'platform'>;

export interface Person {
  userId: string;
  email: string;
  name: string;
  roles: readonly GivenRole[];
  enabled: boolean;
  createdAt: string;
}

/** The people of one tenant; whoever has none of its roles is not there. */
export interface People {
  /** Whoever is more than a shopper. */
  team(): Promise<Person[]>;
  /** By the beginning of their address. */
  search(email: string): Promise<Person[]>;
  find(userId: string): Promise<Person | undefined>;
  /** Undefined for who is not there. */
  setRoles(userId: string, roles: readonly GivenRole[]): Promise<Person | undefined>;
}
