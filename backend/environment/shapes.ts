import type { z } from 'zod';
import { env as admin } from '../admin/env.ts';
import { env as aiSupport } from '../ai-support/env.ts';
import { env as catalog } from '../catalog/env.ts';
import { env as checkout } from '../checkout/env.ts';
import { compositionEnv as composition } from '../composition/env.ts';
import { env as files } from '../files/env.ts';
import type { functions } from '../functions.ts';
import { env as library } from '../library/env.ts';
import { commonEnv } from '../platform/env.ts';
import { env as session } from '../session/env.ts';
import { env as teamRender } from '../team-render/env.ts';
import { env as audit } from '../workers/audit/env.ts';
import { env as domains } from '../workers/domains/env.ts';
import { env as fulfil } from '../workers/fulfil/env.ts';
import { env as health } from '../workers/health/env.ts';
import { env as imports } from '../workers/import/env.ts';
import { env as index } from '../workers/index/env.ts';
import { env as payments } from '../workers/payments/env.ts';
import { env as stream } from '../workers/stream/env.ts';
import { env as sweep } from '../workers/sweep/env.ts';
import { env as tenants } from '../workers/tenants/env.ts';

type EdgeFunctionName = Extract<(typeof functions)[number], { kind: 'edge' | 'viewer-function' }>['name'];
/** Functions of the home region; those of the edge have no environment. */
export type RegionalFunctionName = Exclude<(typeof functions)[number]['name'], EdgeFunctionName>;

/** What each function reads from its environment when it starts. It is given these names and no others, in AWS and here. */
export const environmentShapes: Readonly<Record<RegionalFunctionName, Readonly<Record<string, z.ZodType>>>> = {
  admin,
  'ai-support': aiSupport,
  'ai-support-render': commonEnv,
  catalog,
  'catalog-render': catalog,
  checkout,
  composition,
  files,
  library,
  session,
  'team-render': teamRender,
  'worker-audit': audit,
  'worker-domains': domains,
  'worker-fulfil': fulfil,
  'worker-health': health,
  'worker-import': imports,
  'worker-index': index,
  'worker-payments': payments,
  'worker-rollouts': health,
  'worker-stream': stream,
  'worker-sweep': sweep,
  'worker-tenants': tenants,
};

/** Read by the libraries and the platform code of every function. */
export const commonNames: ReadonlySet<string> = new Set(['NODE_ENV', 'LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME']);
