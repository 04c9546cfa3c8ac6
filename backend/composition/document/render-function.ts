import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { BootBase } from './boot-document.ts';
import { RenderAnswer } from './render-answer.ts';

/** What a render function is invoked with. */
export interface RenderEvent {
  tenantId: string;
  /** Host the visitor asked for, with its port. */
  host: string;
  /** The server entry, by content. */
  release: { bucket: string; key: string; integrity: string };
  /** Path and search, with the locale prefix. */
  url: string;
  boot: BootBase;
  dataUrls: readonly string[];
  /** Time the function has for all of it. */
  deadlineMs: number;
}

/** Renders a remote's first paint; undefined where its slice has no render function. */
export type RenderFunction = (slice: string, event: RenderEvent) => Promise<RenderAnswer> | undefined;

/** Render functions behind Lambda's own API, by slice: `{ "catalog": "catalog-render" }`. */
export function createLambdaRender(client: LambdaClient, functions: Readonly<Record<string, string>>): RenderFunction {
  return (slice, event) => {
    const name = functions[slice];
    return name === undefined ? undefined : invoke(client, name, event);
  };
}

async function invoke(client: LambdaClient, name: string, event: RenderEvent): Promise<RenderAnswer> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const text = Payload ? Buffer.from(Payload).toString('utf8') : '';
  if (FunctionError !== undefined) throw new Error(`${name} failed: ${text.slice(0, 500)}`);
  return RenderAnswer.parse(JSON.parse(text));
}
