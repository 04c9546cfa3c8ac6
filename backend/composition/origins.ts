import type { Origins } from './document/content-security.ts';

interface OriginSettings {
  CDN_ORIGIN_TEMPLATE: string;
  AWS_REGION: string;
  ASSETS_BUCKET?: string | undefined;
  UPLOADS_BUCKET?: string | undefined;
  AWS_ENDPOINT_URL_S3?: string | undefined;
  STRIPE_API_BASE?: string | undefined;
}

/** Origins other than the shop's own that its pages may speak to. */
export function originsOf(settings: OriginSettings, tenantId: string): Origins {
  const { AWS_ENDPOINT_URL_S3: store, STRIPE_API_BASE: pay, AWS_REGION: region } = settings;
  const buckets = [settings.ASSETS_BUCKET, settings.UPLOADS_BUCKET].filter((bucket) => bucket !== undefined);
  return {
    cdn: settings.CDN_ORIGIN_TEMPLATE.replace('{tenant}', tenantId),
    store: store
      ? new URL(store).origin
      : buckets.map((bucket) => `https://${bucket}.s3.${region}.amazonaws.com`).join(' '),
    pay: pay ? new URL(pay).origin : 'https://checkout.stripe.com',
  };
}
