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

/** A version that is not there is not asked for with every page: both calls have to fit into a document's time. */
const missingMs = 60_000;

/** Render functions behind Lambda's own API, by slice: `{ "catalog": "catalog-render" }`. */
export function createLambdaRender(
  client: LambdaClient,
  functions: Readonly<Record<string, string>>,
  now: () => number = Date.now,
): RenderFunction {
  const missing = new Map<string, number>();
  return (slice, event, version) => {
    const name = functions[slice];
    if (name === undefined) return undefined;
    const standing = { FunctionName: name };
    if (version === undefined) return invoke(client, standing, event);
    const versioned = `${name} ${version}`;
    if ((missing.get(versioned) ?? 0) > now()) return invoke(client, standing, event);
    return invoke(client, { ...standing, Qualifier: sliceAliasOf(version) }, event).catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
      // What is not kept any more gives way to what stands.
      missing.set(versioned, now() + missingMs);
      return invoke(client, standing, event);
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
