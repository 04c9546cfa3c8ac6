import type { EnvironmentSettings, InvokeMessage } from './protocol.ts';

/** The second argument of a handler. */
export function toLambdaContext(settings: EnvironmentSettings, message: InvokeMessage): object {
  const { functionName, region, memoryMb } = settings;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArnOf(functionName, region),
    memoryLimitInMB: String(memoryMb),
    awsRequestId: message.requestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: `local/[$LATEST]${functionName}`,
    getRemainingTimeInMillis: () => Math.max(0, message.deadlineMs - Date.now()),
  };
}

export const accountId = '000000000000';

export const functionArnOf = (name: string, region: string): string =>
  `arn:aws:lambda:${region}:${accountId}:function:${name}`;
