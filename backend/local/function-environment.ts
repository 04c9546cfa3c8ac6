import type { FunctionSpec } from '../functions.ts';
import { region } from './environment.ts';

/** Secrets go to the functions that need them; a tenant team's code runs in `catalog-render` and may see none. */
const holders: Record<string, readonly string[]> = {
  RELEASE_SIGNING_KEY: ['admin', 'composition'],
  DOWNLOAD_SECRET: ['library'],
  STRIPE_SECRET_KEY: ['checkout', 'admin', 'library', 'worker-payments', 'worker-fulfil', 'worker-sweep'],
  STRIPE_WEBHOOK_SECRET: ['checkout', 'worker-payments'],
};

/** What one function finds in `process.env`: what Lambda sets by itself, and its share of the platform's names. */
export function environmentOf(
  spec: FunctionSpec,
  platform: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // Lambda@Edge takes no variables.
  if (spec.kind === 'edge') return reserved(spec);
  const shared = Object.entries(platform).filter(([name]) => holders[name]?.includes(spec.name) ?? true);
  return { ...Object.fromEntries(shared), POWERTOOLS_SERVICE_NAME: spec.name, ...reserved(spec) };
}

function reserved(spec: FunctionSpec): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${spec.name}`,
    LAMBDA_TASK_ROOT: '/var/task',
    _HANDLER: 'index.handler',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
