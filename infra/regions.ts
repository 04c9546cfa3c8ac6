/** Where CloudFront takes Lambda@Edge functions, certificates and web ACLs from. */
export const edgeRegion = 'us-east-1';
