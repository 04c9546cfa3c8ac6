import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { DataEntry } from '@tessera/contracts/boot.ts';
import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import { RenderAnswer } from './render-answer.ts';
import type { RenderEvent, RenderFunction } from './render-function.ts';

export interface TeamRenderOptions {
  client: LambdaClient;
  functionName: string;
  /** Render functions of slices, which are asked for data alone. */
  slices: RenderFunction;
  readEntry(integrity: string): Promise<Uint8Array>;
  now?: () => number;
}

/** Whose code it is. */
export interface EntryOwner {
  tenantId: string;
  remote: string;
}

/** Server entries kept as text. */
const keptEntries = 16;
/** An entry that was ended, for it took too long or too much, is not started again at once. */
const restMs = 10_000;

/**
 * Renders what a tenant's team wrote. The slices answer the page's data, as they would answer the visitor; the entry, its
 * input and nothing else go to a function that reaches nothing, in an environment of this tenant and remote alone.
 */
export function createTeamRender(
  options: TeamRenderOptions,
): (owner: EntryOwner) => (slice: string, event: RenderEvent) => Promise<RenderAnswer> {
  const { client, functionName, slices, readEntry, now = Date.now } = options;
  const entries = new Map<string, Promise<string>>();
  const resting = new Map<string, number>();

  return (owner) => (_slice, event) => render(owner, event);

  async function render(owner: EntryOwner, event: RenderEvent): Promise<RenderAnswer> {
    const { release, url, boot, deadlineMs } = event;
    if (!release) throw new Error('there is no server entry to render');
    const { integrity } = release;
    const tenant = `${owner.tenantId}.${owner.remote}`;
    const key = `${tenant} ${integrity}`;
    const reading = readData(slices, event);
    if ((resting.get(key) ?? 0) > now())
      return { error: `the server entry of ${tenant} was ended and rests`, data: await reading };
    resting.delete(key);
    const [source, data] = await Promise.all([sourceOf(integrity), reading]);
    const payload = JSON.stringify({ entry: { source, integrity }, input: { url, boot, data }, deadlineMs });
    const invoked = await client
      .send(new InvokeCommand({ FunctionName: functionName, TenantId: tenant, Payload: Buffer.from(payload) }))
      .catch((error: unknown) => ({ error }));
    // Also where too many ask at once: the page is spared asking for its data again.
    if ('error' in invoked)
      return { error: `${functionName} did not answer for ${tenant}: ${String(invoked.error)}`, data };
    const { Payload, FunctionError } = invoked;
    const text = Payload ? Buffer.from(Payload).toString('utf8') : '';
    if (FunctionError === undefined) return RenderAnswer.parse({ ...withoutData(JSON.parse(text)), data });
    resting.set(key, now() + restMs);
    return { error: `${functionName} failed for ${tenant}: ${text.slice(0, 500)}`, data };
  }

  function sourceOf(integrity: string): Promise<string> {
    const known = entries.get(integrity);
    if (known) return known;
    const reading = readEntry(integrity).then((bytes) => Buffer.from(bytes).toString('utf8'));
    entries.set(integrity, reading);
    reading.catch(() => entries.delete(integrity));
    for (const oldest of entries.keys()) if (entries.size > keptEntries) entries.delete(oldest);
    return reading;
  }
}

/** Each address from the slice that it leads to; what no slice renders data for stays open. */
async function readData(
  slices: RenderFunction,
  { release: _release, dataUrls, ...event }: RenderEvent,
): Promise<Record<string, DataEntry>> {
  const bySlice = Map.groupBy(dataUrls, (url) => sliceOf(url.split('?')[0] ?? url));
  const answers = await Promise.all(
    [...bySlice].map(([slice, urls]) => slice && slices(slice, { ...event, dataUrls: urls })),
  );
  return Object.assign({}, ...answers.map((answer) => (answer ? answer.data : {})));
}

/** The data is the slices' word, never the entry's. */
const withoutData = (answer: unknown): object =>
  typeof answer === 'object' && answer !== null ? { ...answer, data: undefined } : {};
