import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startUserPool, type UserPoolEngine } from '../../local/identity/user-pool/start.ts';
import { createCognitoAppClients } from './app-clients.cognito.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'app-clients-'));
let engine: UserPoolEngine;
let client: CognitoIdentityProviderClient;
let UserPoolId: string;

beforeAll(async () => {
  engine = await startUserPool({ directory, salt: 'salt', onCode: () => undefined });
  client = new CognitoIdentityProviderClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'tessera' }));
  UserPoolId = UserPool?.Id ?? '';
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(directory, { recursive: true });
});

const clients = () =>
  createCognitoAppClients(client, {
    userPoolId: UserPoolId,
    callbackUrl: 'https://id.shops.example/api/session/callback',
    identityProviders: ['COGNITO', 'Google'],
  });
const describeClient = async (ClientId: string) =>
  (await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))).UserPoolClient;
const count = async () =>
  (await client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }))).UserPoolClients?.length;

test('a tenant’s client is made once, and found again by its name or its id', async () => {
  const origins = ['https://aria.shops.example'];
  const made = await clients().keep({ tenantId: 'aria', known: undefined, origins });
  expect(await describeClient(made)).toMatchObject({
    ClientName: 'aria',
    CallbackURLs: ['https://id.shops.example/api/session/callback'],
    LogoutURLs: ['https://aria.shops.example/'],
    AllowedOAuthFlows: ['code'],
    SupportedIdentityProviders: ['COGNITO', 'Google'],
  });
  expect(await clients().keep({ tenantId: 'aria', known: undefined, origins })).toBe(made);
  expect(await clients().keep({ tenantId: 'aria', known: made, origins })).toBe(made);
  expect(await count()).toBe(1);
});

test('signing out may lead to each of its hosts, and nothing else of the client changes', async () => {
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'folio',
      CallbackURLs: ['https://callback.example'],
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  );
  const id = UserPoolClient?.ClientId ?? '';
  const origins = ['https://folio.shops.example', 'https://books.example'];
  expect(await clients().keep({ tenantId: 'folio', known: id, origins })).toBe(id);
  expect(await describeClient(id)).toMatchObject({
    LogoutURLs: ['https://books.example/', 'https://folio.shops.example/'],
    CallbackURLs: ['https://callback.example'],
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  });
});
