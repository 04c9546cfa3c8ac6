/**
 * Where sign-in leads a command line back to: a listener on this machine, at the first of these ports that is free. A
 * user pool compares addresses whole, so the ports are fixed, below those that systems give out by themselves.
 */
export const cliCallbackPorts = [21871, 21872, 21873] as const;

/** @example 'http://127.0.0.1:21871/callback' */
export const cliCallbackUrls = cliCallbackPorts.map((port) => `http://127.0.0.1:${port}/callback`);
