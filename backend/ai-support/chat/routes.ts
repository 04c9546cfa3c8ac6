import { supportApi, type ChatEvent } from '@tessera/contracts/api/support.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { SupportDeps } from '../deps.ts';
import { answerQuestion } from './answer.ts';

export function implementChat({ implement }: SliceApp, { search, model, contactOf, warn }: SupportDeps): void {
  implement(supportApi.chat, async ({ tenantId, body, context }) => {
    const contact = await contactOf(tenantId);
    const locale = body.locale && contact.locales.includes(body.locale) ? body.locale : 'en';
    const question = { message: body.message, history: body.history, locale, signal: context.req.raw.signal };
    const events = answerQuestion(question, { search: search.forTenant(tenantId), model, contact });
    const onError = (error: unknown): ChatEvent => {
      warn('chat failed', { error });
      return { type: 'error', message: 'The assistant cannot be reached right now.' };
    };
    return {
      response: new Response(toEventStream(events, onError), {
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
      }),
    };
  });
}

function toEventStream(
  events: AsyncIterable<ChatEvent>,
  onError: (error: unknown) => ChatEvent,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const frame = (event: ChatEvent) => encoder.encode(`data: ${JSON.stringify(event)}\n\n`);
  return new ReadableStream({
    async start(controller) {
      try {
        for await (const event of events) controller.enqueue(frame(event));
      } catch (error) {
        controller.enqueue(frame(onError(error)));
      }
      controller.close();
    },
  });
}
