import { seedTenants } from '../../backend/local/seed/content/tenants.ts';

/** Where everything is, and who can sign in. */
export function welcomeTable(urlOf: (host: string) => string): string {
  const shops = seedTenants.flatMap(({ profile, users }) => {
    const shop = urlOf(`${profile.id}.localhost`);
    return [
      ['', ''],
      [profile.name, shop],
      ['  console', `${shop}/admin`],
      ...users.map(({ email, password, roles }) => [`  ${roles.join(', ')}`, `${email}  ${password}`]),
    ];
  });
  const services = [
    ['', ''],
    ['Mail', urlOf('mail.localhost')],
    ['Payments', `${urlOf('pay.localhost')}/operator`],
    ['Operations', urlOf('ops.localhost')],
    ['Card that pays', '4242 4242 4242 4242, any later date, any CVC'],
  ];
  const rows = [...shops.slice(1), ...services];
  const width = Math.max(...rows.map(([label = '']) => label.length));
  return rows.map(([label = '', value = '']) => `  ${label.padEnd(width)}  ${value}`.trimEnd()).join('\n');
}
