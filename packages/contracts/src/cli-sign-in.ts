/**
 * Where sign-in leads a command line back to: a listener on this machine, at the first of these ports that is free. A
 * user pool compares addresses whole, so the ports are fixed, below those that systems give out by themselves.
 */
export const cliCallbackPorts = [21871, 21872, 21873] as const;

/**
 * By name: of all hosts without TLS, Cognito takes this one alone.
 *
 * @example 'http://localhost:21871/callback'
 */
export const cliCallbackUrls = cliCallbackPorts.map((port) => `http://localhost:${port}/callback`);

/** The user pool's app client of the command line, for all tenants; no tenant has this name. */
export const cliClientName = 'tessera-cli';
