export const secretKey = 'sk_test_local0123456789abcdef';
export const webhookSecret = 'whsec_local0123456789abcdef';
