import { Fn, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda';
import type { PlatformFunction } from './platform-function.ts';

/** A Function URL that streams, and that CloudFront alone may call. Answers its host. */
export function createStreamingUrl(fn: PlatformFunction): string {
  const url = fn.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM, invokeMode: InvokeMode.RESPONSE_STREAM });
  const caller = {
    principal: new ServicePrincipal('cloudfront.amazonaws.com'),
    // Any distribution of this account: naming one would tie the slice to the edge that calls it.
    sourceArn: `arn:aws:cloudfront::${Stack.of(fn).account}:distribution/*`,
  };
  fn.addPermission('EdgeCallsUrl', {
    ...caller,
    action: 'lambda:InvokeFunctionUrl',
    functionUrlAuthType: FunctionUrlAuthType.AWS_IAM,
  });
  fn.addPermission('EdgeInvokes', { ...caller, action: 'lambda:InvokeFunction', invokedViaFunctionUrl: true });
  return Fn.select(2, Fn.split('/', url.url));
}
