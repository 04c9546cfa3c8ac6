import Stripe from 'stripe';

/** The real client; `apiBase` points it at a server other than Stripe's. */
export function createStripe(options: { secretKey: string; apiBase?: string | undefined }): Stripe {
  return new Stripe(options.secretKey, {
    maxNetworkRetries: 2,
    timeout: 8_000,
    telemetry: false,
    ...(options.apiBase ? addressOf(new URL(options.apiBase)) : {}),
  });
}

const addressOf = (base: URL) => ({
  protocol: base.protocol === 'https:' ? ('https' as const) : ('http' as const),
  host: base.hostname,
  port: base.port || (base.protocol === 'https:' ? 443 : 80),
});
