import { expect, test } from 'vitest';
import { originsOf } from './origins.ts';

const settings = {
  CDN_ORIGIN_TEMPLATE: 'https://cdn.{tenant}.example',
  AWS_REGION: 'eu-central-1',
  ASSETS_BUCKET: 'assets',
  UPLOADS_BUCKET: 'uploads',
};

test('of buckets that are hosts, and of the payment provider itself', () => {
  expect(originsOf(settings, 'aria')).toEqual({
    cdn: 'https://cdn.aria.example',
    store: 'https://assets.s3.eu-central-1.amazonaws.com https://uploads.s3.eu-central-1.amazonaws.com',
    pay: 'https://checkout.stripe.com',
  });
});

test('of other servers, where the environment names them', () => {
  const local = {
    ...settings,
    AWS_ENDPOINT_URL_S3: 'http://s3.localhost:8080/',
    STRIPE_API_BASE: 'http://pay.localhost:8080/v1',
  };
  expect(originsOf(local, 'aria')).toMatchObject({
    store: 'http://s3.localhost:8080',
    pay: 'http://pay.localhost:8080',
  });
});
