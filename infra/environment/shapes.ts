import type { z } from 'zod';
import { env as admin } from '../../backend/admin/env.ts';
import { env as aiSupport } from '../../backend/ai-support/env.ts';
import { env as catalog } from '../../backend/catalog/env.ts';
import { env as checkout } from '../../backend/checkout/env.ts';
import { compositionEnv as composition } from '../../backend/composition/env.ts';
import { env as library } from '../../backend/library/env.ts';
import { env as session } from '../../backend/session/env.ts';
import { env as audit } from '../../backend/workers/audit/env.ts';
import { env as domains } from '../../backend/workers/domains/env.ts';
import { env as fulfil } from '../../backend/workers/fulfil/env.ts';
import { env as imports } from '../../backend/workers/import/env.ts';
import { env as index } from '../../backend/workers/index/env.ts';
import { env as payments } from '../../backend/workers/payments/env.ts';
import { env as stream } from '../../backend/workers/stream/env.ts';
import { env as sweep } from '../../backend/workers/sweep/env.ts';
import type { RegionalFunctionName } from '../deployed-functions.ts';

/** What each function reads from its environment when it starts. */
export const shapes: Readonly<Record<RegionalFunctionName, Readonly<Record<string, z.ZodType>>>> = {
  admin,
  'ai-support': aiSupport,
  catalog,
  'catalog-render': catalog,
  checkout,
  composition,
  library,
  session,
  'worker-audit': audit,
  'worker-fulfil': fulfil,
  'worker-domains': domains,
  'worker-import': imports,
  'worker-index': index,
  'worker-payments': payments,
  'worker-stream': stream,
  'worker-sweep': sweep,
};
