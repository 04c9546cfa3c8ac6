import { Role } from '@tessera/contracts/api/session.ts';

const platformGroup = 'platform:admin';

/** Groups are `<tenant>:<role>`: those of other tenants mean nothing here. Whoever is signed in is a shopper. */
export function toRoles(groups: readonly string[], tenantId: string): readonly Role[] {
  const roles = new Set<Role>(['shopper']);
  for (const group of groups) {
    const [tenant, name] = group.split(':');
    const role = Role.exclude(['platform']).safeParse(name);
    if (tenant === tenantId && role.success && group === `${tenant}:${role.data}`) roles.add(role.data);
    if (group === platformGroup) roles.add('platform');
  }
  return [...roles];
}

/** The user id of Cognito's `sub`. */
export const toUserId = (sub: string): string => `usr_${sub.replaceAll('-', '')}`;
