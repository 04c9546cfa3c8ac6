import { Match } from 'aws-cdk-lib/assertions';
import { slices } from '@tessera/contracts/slices.ts';
import { describe, expect, test } from 'vitest';
import { cloud } from '../testing/synth.ts';

const edge = () => cloud().templateOf('tessera-edge');

interface Behavior {
  PathPattern?: string;
  TargetOriginId: string;
  FunctionAssociations: { EventType: string }[];
  LambdaFunctionAssociations: { EventType: string }[];
}
interface Config {
  Origins: { Id: string; OriginCustomHeaders: unknown; OriginAccessControlId?: unknown }[];
  DefaultCacheBehavior: Behavior;
  CacheBehaviors: Behavior[];
}
const config = () =>
  cloud().resourcesOf('AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig'] as Config;

test('stands where CloudFront takes its parts from', () => {
  const stack = cloud().app.node.findChild('tessera-edge');
  expect(stack).toMatchObject({ region: 'us-east-1' });
});

test('the distribution is a template for tenants’ own', () => {
  edge().hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      ConnectionMode: 'tenant-only',
      WebACLId: Match.anyValue(),
      // A template cannot have these.
      Aliases: Match.absent(),
      PriceClass: Match.absent(),
      IPV6Enabled: Match.absent(),
      Logging: Match.absent(),
    },
  });
  edge().resourceCountIs('AWS::CloudFront::ConnectionGroup', 1);
  edge().hasResourceProperties('AWS::CloudFront::DistributionTenant', { Domains: ['id.shops.example'] });
});

describe('paths', () => {
  const targetOf = (path: string): string => {
    const { CacheBehaviors, DefaultCacheBehavior } = config();
    const fits = ({ PathPattern = '' }: Behavior) =>
      PathPattern.endsWith('*') ? path.startsWith(PathPattern.slice(0, -1)) : path === PathPattern;
    return (CacheBehaviors.find(fits) ?? DefaultCacheBehavior).TargetOriginId;
  };

  test.each(Object.entries(slices).flatMap(([slice, { prefixes }]) => prefixes.map((prefix) => [prefix, slice])))(
    '%s leads to %s',
    (prefix, slice) => {
      const target = slice === 'ai-support' ? 'ai-support' : 'api';
      expect([targetOf(prefix), targetOf(`${prefix}/x`)]).toEqual([target, target]);
    },
  );

  test.each(['/', '/search', '/sw.js', '/.well-known/micro-frontends.json', '/apiary'])('%s is a page', (path) => {
    expect(targetOf(path)).toBe('composition');
  });
});

test('every behaviour runs the three functions, and every origin is sent the keys', () => {
  const { DefaultCacheBehavior, CacheBehaviors, Origins } = config();
  for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
    expect(behavior.FunctionAssociations.map(({ EventType }) => EventType)).toEqual([
      'viewer-request',
      'viewer-response',
    ]);
    expect(behavior.LambdaFunctionAssociations.map(({ EventType }) => EventType)).toEqual(['origin-request']);
  }
  for (const { OriginCustomHeaders } of Origins)
    expect(OriginCustomHeaders).toEqual([
      {
        HeaderName: 'x-tessera-signing-keys',
        HeaderValue: '{{resolve:secretsmanager:tessera/tenant-signing:SecretString:edge::}}',
      },
    ]);
  const controlled = Origins.filter(({ OriginAccessControlId }) => OriginAccessControlId !== undefined);
  expect(controlled.map(({ Id }) => Id).sort()).toEqual(['ai-support', 'composition']);
});

test('the cache key is host, view and query', () => {
  edge().hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: {
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['host', 'x-tessera-view'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        CookiesConfig: { CookieBehavior: 'none' },
      },
    },
  });
});

test('the viewer function reads hosts from a store', () => {
  edge().hasResourceProperties('AWS::CloudFront::Function', {
    Name: 'edge-viewer-request',
    FunctionConfig: { Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations: [Match.anyValue()] },
  });
});

test('Lambda@Edge has what it may have', () => {
  edge().hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'edge-origin-request',
    Environment: Match.absent(),
    Architectures: Match.absent(),
  });
});

test('floods and known attacks end at the web ACL; webhooks are not counted', () => {
  edge().hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    Rules: Match.arrayWith([
      Match.objectLike({
        Name: 'flood',
        Statement: {
          RateBasedStatement: Match.objectLike({
            AggregateKeyType: 'IP',
            ScopeDownStatement: { NotStatement: Match.anyValue() },
          }),
        },
      }),
      Match.objectLike({ Name: 'AWSManagedRulesCommonRuleSet' }),
    ]),
  });
});
