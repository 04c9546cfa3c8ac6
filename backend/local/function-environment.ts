import { commonNames, environmentShapes, type RegionalFunctionName } from '../environment/shapes.ts';
import type { FunctionSpec } from '../functions.ts';
import { region } from './environment.ts';

/** What the SDK of every function needs to reach the engines of this machine. */
const ofEngines = /^(AWS_|S3_FORCE_PATH_STYLE$)/;

const isRegional = (name: string): name is RegionalFunctionName => name in environmentShapes;

/**
 * What one function finds in `process.env`: what Lambda sets by itself, and of the platform's names those that its
 * `env.ts` asks for. A secret reaches nobody else.
 */
export function environmentOf(
  spec: FunctionSpec,
  platform: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // Lambda@Edge takes no variables.
  if (spec.kind === 'edge') return reserved(spec);
  const shape = isRegional(spec.name) ? environmentShapes[spec.name] : {};
  const isOpen = spec.isolation === undefined;
  const shared = Object.entries(platform).filter(
    ([name]) => name in shape || commonNames.has(name) || (isOpen && ofEngines.test(name)),
  );
  // Who reaches nothing is not told where anything is.
  if (!isOpen) return { ...Object.fromEntries(shared), TZ: ':UTC' };
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

/** Names that Lambda gives by itself, and refuses from anyone else. */
export const setByLambda: ReadonlySet<string> = new Set(
  Object.keys(reserved({ name: '', entry: '', kind: 'invoke', memoryMb: 0, timeoutMs: 0 })),
);
