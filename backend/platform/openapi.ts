import { OpenAPIHono, type createRoute } from '@hono/zod-openapi';
import type { SliceName } from '@tessera/contracts/slice-prefixes.ts';
import { slices } from '@tessera/contracts/slices.ts';

type Route = Parameters<typeof createRoute>[0];

/** The OpenAPI 3.1 document of a slice, generated from its contract. */
export function openApiDocumentOf(slice: SliceName) {
  const app = new OpenAPIHono();
  for (const operation of Object.values(slices[slice].api))
    app.openAPIRegistry.registerPath(operation.route as unknown as Route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: `Tessera ${slices[slice].title} API`, version: '1.0.0' },
    servers: [{ url: '/', description: 'The shop’s own origin' }],
  });
}
