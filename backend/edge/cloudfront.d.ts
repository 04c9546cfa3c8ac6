/** The one module CloudFront Functions (runtime 2.0) can import. */
declare module 'cloudfront' {
  interface KeyValueStore {
    /** Rejects where the key is not there. */
    get(key: string, options: { format: 'json' }): Promise<unknown>;
  }
  const cloudfront: { kvs(): KeyValueStore };
  export default cloudfront;
}
