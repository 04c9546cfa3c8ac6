import { Match } from 'aws-cdk-lib/assertions';
import { slices } from '@tessera/contracts/slices.ts';
import { describe, expect, test } from 'vitest';
import { regionalFunctions } from '../deployed-functions.ts';
import { cloud } from '../testing/synth.ts';

const edge = () => cloud().templateOf('tessera-edge');

interface Behavior {
  PathPattern?: string;
  TargetOriginId: string;
  FunctionAssociations: { EventType: string }[];
  LambdaFunctionAssociations: { EventType: string }[];
}
interface Config {
  ConnectionMode?: string;
  Aliases?: string[];
  Origins: { Id: string; DomainName: unknown; OriginCustomHeaders?: unknown; OriginAccessControlId?: unknown }[];
  DefaultCacheBehavior: Behavior;
  CacheBehaviors: Behavior[];
}
const configs = () =>
  cloud()
    .resourcesOf('AWS::CloudFront::Distribution')
    .map(({ Properties }) => Properties['DistributionConfig'] as Config);
const isTemplate = ({ ConnectionMode }: Config) => ConnectionMode === 'tenant-only';
const config = () => configs().find(isTemplate) as Config;
const filesConfig = () => configs().find((one) => !isTemplate(one)) as Config;

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

const isOfFiles = (id: string) => id === 'files' || id === 'media';

test('files under a shop’s own name come from where its file host has them, by the function that knows its tenant', () => {
  const files = config().CacheBehaviors.filter(({ TargetOriginId }) => isOfFiles(TargetOriginId));
  expect(files.map(({ PathPattern, TargetOriginId }) => [PathPattern, TargetOriginId])).toEqual([
    ['/files/*', 'files'],
    ['/media/*', 'media'],
  ]);
  for (const { FunctionAssociations, LambdaFunctionAssociations } of files) {
    expect(FunctionAssociations.map(({ EventType }) => EventType)).toEqual(['viewer-request']);
    expect(LambdaFunctionAssociations).toBeUndefined();
  }
  const originsOf = ({ Origins }: Config) => Origins.filter(({ Id }) => isOfFiles(Id));
  expect(originsOf(config())).toEqual(originsOf(filesConfig()));
});

test('every other behaviour runs the three functions, and every other origin is sent the keys', () => {
  const { DefaultCacheBehavior, CacheBehaviors, Origins: all } = config();
  const Origins = all.filter(({ Id }) => !isOfFiles(Id));
  for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
    if (isOfFiles(behavior.TargetOriginId)) continue;
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

describe('files', () => {
  test('of every shop stand below one name, which one certificate and one distribution serve', () => {
    expect(filesConfig().Aliases).toEqual(['*.cdn.shops.example']);
    edge().hasResourceProperties('AWS::Route53::RecordSet', { Name: '*.cdn.shops.example.', Type: 'CNAME' });
    const urls = regionalFunctions.flatMap(({ name }) =>
      JSON.stringify(environmentOf(name)['CDN_ORIGIN_TEMPLATE'] ?? []),
    );
    expect(urls).toContain('"https://{tenant}.cdn.shops.example"');
  });

  test('are read from the function that knows releases and from the bucket of media, which answer to CloudFront alone', () => {
    const { Origins, DefaultCacheBehavior, CacheBehaviors } = filesConfig();
    expect(DefaultCacheBehavior.TargetOriginId).toBe('files');
    expect(CacheBehaviors.map((one) => [one.PathPattern, one.TargetOriginId])).toEqual([['/media/*', 'media']]);
    expect(Origins.map(({ Id }) => Id)).toEqual(['files', 'media']);
    for (const { OriginAccessControlId, OriginCustomHeaders } of Origins) {
      expect(OriginAccessControlId).toBeDefined();
      expect(OriginCustomHeaders).toBeUndefined();
    }
    expect(Origins[1]?.DomainName).toBe('tessera-media-111122223333-eu-central-1.s3.eu-central-1.amazonaws.com');
    cloud().templateOf('tessera-files').hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
  });

  test('are found by the function that runs locally too, and are cached by their path alone', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = filesConfig();
    for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
      expect(behavior.FunctionAssociations.map(({ EventType }) => EventType)).toEqual(['viewer-request']);
      expect(behavior.LambdaFunctionAssociations).toBeUndefined();
    }
    edge().hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        Name: 'tessera-files',
        ParametersInCacheKeyAndForwardedToOrigin: {
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
          CookiesConfig: { CookieBehavior: 'none' },
        },
      },
    });
  });

  test('have the headers that they have locally', () => {
    edge().hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        Name: 'tessera-files',
        CorsConfig: Match.objectLike({ AccessControlAllowOrigins: { Items: ['*'] }, OriginOverride: true }),
        CustomHeadersConfig: {
          Items: [
            { Header: 'cross-origin-resource-policy', Value: 'cross-origin', Override: true },
            { Header: 'timing-allow-origin', Value: '*', Override: true },
            { Header: 'cache-control', Value: 'public, max-age=31536000, immutable', Override: false },
          ],
        },
      },
    });
  });
});

test('origins are told where a visitor stands, and the address that requests are counted by', () => {
  edge().hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
    OriginRequestPolicyConfig: {
      HeadersConfig: {
        HeaderBehavior: 'allViewerAndWhitelistCloudFront',
        Headers: ['CloudFront-Viewer-Country', 'CloudFront-Viewer-Address'],
      },
    },
  });
});

test('the cache key is host, view, override and query', () => {
  edge().hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: {
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['host', 'x-tessera-view', 'x-tessera-slice', 'x-tessera-override'],
        },
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

function environmentOf(name: string): Record<string, unknown> {
  const found = cloud()
    .resourcesOf('AWS::Lambda::Function')
    .find(({ Properties }) => Properties['FunctionName'] === name);
  return (found?.Properties['Environment'] as { Variables: Record<string, unknown> } | undefined)?.Variables ?? {};
}
