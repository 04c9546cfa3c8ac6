/** The one sign-in callback and the payment webhook: they have no shop's host. */
export const platformHost = 'id.localhost';
export const platformPaths: readonly string[] = ['/api/session/callback', '/api/webhooks/stripe'];

/** Its entry in the host table: no tenant, but the marker that the edge signs for it. */
export const platformEntry = { tenant: 'platform', set: '', locales: ['en'], currencies: [], countries: [] };
