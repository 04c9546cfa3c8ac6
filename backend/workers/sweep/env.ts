export { env } from '../payments/env.ts';
