import { describe, expect, test } from 'vitest';
import { commonNames, environmentShapes } from '../environment/shapes.ts';
import { functions, type FunctionSpec } from '../functions.ts';
import { createEnvironment } from './environment.ts';
import { environmentOf, setByLambda } from './function-environment.ts';

const regional: readonly FunctionSpec[] = functions.filter(({ name }) => name in environmentShapes);
const asked = new Set(Object.values(environmentShapes).flatMap((shape) => Object.keys(shape)));
const secrets = [...asked].filter((name) => /SECRET|SIGNING_KEYS/.test(name));
/** Everything that anybody asks for, and what nobody may have. */
const platform = {
  ...Object.fromEntries([...asked, ...commonNames].map((name) => [name, 'x'])),
  RELEASE_SIGNING_KEY: '{"d":"private"}',
};

/** Not counted: what Lambda sets, what libraries read, and where this machine's engines are. */
const isOwn = (name: string) =>
  !setByLambda.has(name) && !commonNames.has(name) && !/^(AWS_|S3_FORCE_PATH_STYLE$)/.test(name);
const namesOf = (spec: FunctionSpec) => Object.keys(environmentOf(spec, platform)).filter(isOwn);

test('every function that has an environment is known to it', () => {
  const edge = functions.filter(({ kind }) => kind === 'edge' || kind === 'viewer-function');
  expect(regional).toHaveLength(functions.length - edge.length);
  for (const spec of edge) expect(namesOf(spec)).toEqual([]);
});

test.each(regional)('$name is given what its env.ts asks for, and no more', (spec) => {
  const shape = Object.entries(environmentShapes).find(([name]) => name === spec.name)?.[1] ?? {};
  expect(namesOf(spec).sort()).toEqual(Object.keys(shape).filter(isOwn).sort());
});

describe('secrets', () => {
  test('are known by name', () => {
    expect(secrets).toEqual(expect.arrayContaining(['TENANT_SIGNING_KEYS', 'STRIPE_SECRET_KEY', 'DOWNLOAD_SECRET']));
  });

  test('the functions that run the platform’s server entries have none but the one that every slice checks requests with', () => {
    const render = regional.filter(({ name, isolation }) => name.endsWith('-render') && !isolation);
    expect(render.length).toBeGreaterThan(0);
    for (const spec of render)
      expect(namesOf(spec).filter((name) => secrets.includes(name))).toEqual(['TENANT_SIGNING_KEYS']);
  });

  test('who runs a tenant team’s code is told how to start, and nothing else', () => {
    const isolated = functions.filter((spec: FunctionSpec) => spec.isolation !== undefined);
    expect(isolated.map(({ name }) => name)).toEqual(['team-render']);
    const everything = { ...platform, AWS_SECRET_ACCESS_KEY: 'x', AWS_ENDPOINT_URL_DYNAMODB: 'x' };
    for (const spec of isolated)
      expect(Object.keys(environmentOf(spec, everything)).sort()).toEqual([
        ...['LOG_LEVEL', 'NODE_ENV', 'NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME', 'TZ'],
      ]);
  });

  test('the key that signs releases reaches who publishes, and nobody else', () => {
    const holders = functions.filter((spec) => 'RELEASE_SIGNING_KEY' in environmentOf(spec, platform));
    expect(holders.map(({ name }) => name)).toEqual(['admin']);
  });
});

test('this machine gives no name that no function asks for', () => {
  const given = createEnvironment(
    8080,
    {
      awsAccessKeyId: 'a',
      awsSecretAccessKey: 'b',
      tenantSigningKeys: {},
      releaseSigningKey: {},
      downloadSecret: 'c',
      stripeSecretKey: 'd',
      stripeWebhookSecret: 'e',
    },
    { dynamo: '', services: '', xrayDaemon: '', hostStore: '' },
  );
  expect(Object.keys(given).filter((name) => isOwn(name) && !asked.has(name))).toEqual([]);
});
