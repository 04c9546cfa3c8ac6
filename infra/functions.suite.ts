import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from './create-app.ts';
import { allFunctions, regionalFunctions } from './deployed-functions.ts';
import { problemsOfEnvironment } from './environment/problems.ts';
import { secretNames } from './names.ts';
import { cloud, exampleSettings, synth, writePlaceholders } from './testing/synth.ts';

test('every function is deployed, once', () => {
  const viewer = cloud()
    .resourcesOf('AWS::CloudFront::Function')
    .map(({ Properties }) => Properties['Name']);
  const lambdas = cloud()
    .resourcesOf('AWS::Lambda::Function')
    .map(({ Properties }) => Properties['FunctionName']);
  expect([...viewer, ...lambdas].sort()).toEqual(allFunctions.map(({ name }) => name).sort());
});

test.each(regionalFunctions)(
  '$name runs as it is declared, from its own bundle',
  ({ name, memoryMb, timeoutMs, isolation }) => {
    expect(lambda(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: memoryMb,
      Timeout: timeoutMs / 1000,
      ...(isolation ? {} : { TracingConfig: { Mode: 'Active' } }),
    });
    const asset = (lambda(name)['Code'] as { S3Key: string }).S3Key;
    const others = regionalFunctions.filter((other) => other.name !== name).map((other) => lambda(other.name)['Code']);
    expect(others).not.toContainEqual(expect.objectContaining({ S3Key: asset }));
  },
);

test.each(regionalFunctions)('$name is given what its env.ts asks for, and no more', ({ name }) => {
  expect(problemsOfEnvironment(name, environmentOf(name))).toEqual([]);
});

test('a missing, a wrong and a surplus name are told apart', () => {
  const wrong = new Map(environmentOf('catalog')).set('SEARCH_ADAPTER', 'grep').set('SECRET', 'x');
  wrong.delete('TABLE_NAME');
  expect(problemsOfEnvironment('catalog', wrong)).toEqual([
    'catalog: TABLE_NAME is not given',
    expect.stringMatching(/^catalog: SEARCH_ADAPTER /),
    'catalog is given SECRET, which its env.ts does not name',
  ]);
});

test('no template holds a secret: only references to one', () => {
  const secret = /SECRET|SIGNING_KEYS/;
  const values = regionalFunctions.flatMap(({ name }) =>
    [...environmentOf(name)].filter(([key]) => secret.test(key)).map(([, value]) => value),
  );
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) expect(value).toMatch(/^\{\{resolve:secretsmanager:tessera\//);
});

test.each(['stripe', 'download'] as const)('the runbook names each stack that is given the secret %s', (name) => {
  const runbook = readFileSync(path.join(import.meta.dirname, '..', 'docs', 'runbooks', 'secrets.md'), 'utf8');
  const section = runbook.split(/^## /m).find((text) => text.includes(`\`${secretNames[name]}\``)) ?? '';
  const holders = cloud().stackNames.filter((stackName) =>
    JSON.stringify(cloud().templateOf(stackName).toJSON()).includes(`resolve:secretsmanager:${secretNames[name]}:`),
  );
  expect(holders.length).toBeGreaterThan(0);
  expect([...section.matchAll(/`(tessera-[a-z-]+)`/g)].map(([, stack]) => stack).sort()).toEqual(holders.sort());
});

test('a secret’s version that the settings name is the one that is deployed', () => {
  const version = '7d3c1e0a-0000-4000-8000-000000000001';
  const later = synth({ secretVersions: { tenantSigning: version } });
  for (const stackName of ['tessera-session', 'tessera-edge'])
    expect(JSON.stringify(later.templateOf(stackName).toJSON())).toMatch(
      new RegExp(`tessera/tenant-signing:SecretString:(keys|edge)::${version}`),
    );
});

test('cdk-nag has nothing to say that is not answered', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(cloud().app);
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
});

describe('bundles', () => {
  const distDir = mkdtempSync(path.join(tmpdir(), 'tessera-dist-'));
  afterAll(() => rmSync(distDir, { recursive: true }));

  test('that are not built are named in one sentence', () => {
    const present = allFunctions.map(({ name }) => name).filter((name) => name !== 'admin' && name !== 'session');
    writePlaceholders(distDir, present);
    expect(() => createApp({ settings: exampleSettings(), distDir, outdir: distDir, validate: false })).toThrow(
      `There is no bundle of admin, session in ${distDir}: run "npm run build" first.`,
    );
  });
});

function lambda(name: string): Record<string, unknown> {
  const found = cloud()
    .resourcesOf('AWS::Lambda::Function')
    .find(({ Properties }) => Properties['FunctionName'] === name);
  if (!found) throw new Error(`${name} is not deployed`);
  return found.Properties;
}

/** What only the deployment knows is told apart from what is written out. */
function environmentOf(name: string): ReadonlyMap<string, string> {
  const { Variables } = lambda(name)['Environment'] as { Variables: Record<string, unknown> };
  return new Map(
    Object.entries(Variables).map(([key, value]) => [key, typeof value === 'string' ? value : '{{resolve:later}}']),
  );
}
