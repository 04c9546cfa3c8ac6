import { InvokeCommand, ResourceNotFoundException, type LambdaClient } from '@aws-sdk/client-lambda';
import { sliceAliasOf } from '@tessera/contracts/slice-ref.ts';
import type { BootBase } from './boot-document.ts';
import { RenderAnswer } from './render-answer.ts';

/** What a render function is invoked with. */
export interface RenderEvent {
  tenantId: string;
  /** Host the visitor asked for, with its port. */
  host: string;
  /** The server entry, by content; absent where the data alone is asked for. */
  release?: { bucket: string; key: string; integrity: string };
  /** Path and search, with the locale prefix. */
  url: string;
  boot: BootBase;
  dataUrls: readonly string[];
  /** Time the function has for all of it. */
  deadlineMs: number;
}

/**
 * Renders a remote's first paint by the version of its slice that its release was built with; undefined where its slice has no
 * render function.
 */
export type RenderFunction = (slice: string, event: RenderEvent, version?: string) => Promise<RenderAnswer> | undefined;

/** Render functions behind Lambda's own API, by slice: `{ "catalog": "catalog-render" }`. */
export function createLambdaRender(client: LambdaClient, functions: Readonly<Record<string, string>>): RenderFunction {
  return (slice, event, version) => {
    const name = functions[slice];
    if (name === undefined) return undefined;
    if (version === undefined) return invoke(client, { FunctionName: name }, event);
    return invoke(client, { FunctionName: name, Qualifier: sliceAliasOf(version) }, event).catch((error: unknown) => {
      // What is not kept any more gives way to what stands.
      if (error instanceof ResourceNotFoundException) return invoke(client, { FunctionName: name }, event);
      throw error;
    });
  };
}

async function invoke(
  client: LambdaClient,
  target: { FunctionName: string; Qualifier?: string },
  event: RenderEvent,
): Promise<RenderAnswer> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ ...target, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const text = Payload ? Buffer.from(Payload).toString('utf8') : '';
  if (FunctionError !== undefined) throw new Error(`${target.FunctionName} failed: ${text.slice(0, 500)}`);
  return RenderAnswer.parse(JSON.parse(text));
}
