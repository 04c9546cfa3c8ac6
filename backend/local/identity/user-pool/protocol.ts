/** What the user pool's thread tells its owner. */
export type FromUserPool =
  | { type: 'ready'; port: number }
  | { type: 'code'; source: string; clientId: string | null; to: string; code: string; name?: string; locale?: string };

export type CodeMessage = Extract<FromUserPool, { type: 'code' }>;
