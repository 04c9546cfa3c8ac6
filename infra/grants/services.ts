import { Stack } from 'aws-cdk-lib';
import { sliceAliasOf } from '@tessera/contracts/slice-ref.ts';
import type { RegionalFunctionName } from '../../backend/environment/shapes.ts';
import { nodeOptions } from '../../backend/team-render/env.ts';
import { eventBusName } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Grant } from './grant.ts';

export const publishEvents: Grant = (fn) => {
  fn.allow(
    ['events:PutEvents'],
    [Stack.of(fn).formatArn({ service: 'events', resource: 'event-bus', resourceName: eventBusName })],
  );
  fn.give({ EVENT_BUS: eventBusName });
};

export const sendMail: Grant = (fn, { settings }) => {
  const domain = settings.mailFrom.split('@')[1] ?? '';
  fn.allow(['ses:SendEmail'], [Stack.of(fn).formatArn({ service: 'ses', resource: 'identity', resourceName: domain })]);
  fn.give({ MAIL_FROM: settings.mailFrom });
};

/** How a function that is isolated by tenant starts; it is given nothing else. */
export const startIsolated: Grant = (fn) => fn.give({ NODE_OPTIONS: nodeOptions });

/** Slice → its render function, and the one for what tenants' teams wrote. */
export const invokeRenderers =
  (renderers: Readonly<Record<string, RegionalFunctionName>>, forTeams: RegionalFunctionName): Grant =>
  (fn) => {
    const { account, region } = Stack.of(fn);
    const arns = [...Object.values(renderers), forTeams].map(
      (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
    );
    const versions = Object.values(renderers).map(
      (name) => `arn:aws:lambda:${region}:${account}:function:${name}:${sliceAliasOf('*')}`,
    );
    fn.allow(['lambda:InvokeFunction'], [...arns, ...versions]);
    for (const arn of versions)
      acknowledge(fn.role ?? fn, `AwsSolutions-IAM5[Resource::${arn}]`, 'Each deployment of a slice adds a version.');
    fn.give({ RENDER_FUNCTIONS: JSON.stringify(renderers), TEAM_RENDER_FUNCTION: forTeams });
  };
