import { KMSClient } from '@aws-sdk/client-kms';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const Sign = z.object({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.literal('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});

/** Answers `Sign` as KMS does: a DER signature by a key that nobody sees. */
export async function startKmsDouble() {
  const keyId = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { KeyId, Message, SigningAlgorithm } = Sign.parse(body);
      const known = request.headers['x-amz-target'] === 'TrentService.Sign' && KeyId === keyId;
      const signature = sign('sha256', Buffer.from(Message, 'base64'), privateKey).toString('base64');
      response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(
        JSON.stringify(
          known ? { KeyId, Signature: signature, SigningAlgorithm } : { __type: 'NotFoundException', message: KeyId },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    keyId,
    client,
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'ES256' },
    async stop() {
      client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
