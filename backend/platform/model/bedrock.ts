import { BedrockRuntimeClient, ConverseStreamCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';
import type { LanguageModel } from './port.ts';
import { toMessages, type ChatMessage } from './prompt.ts';

export interface BedrockOptions {
  /** A model, or an inference profile of one, that answers `Converse`. */
  chatModel: string;
  /** One of Titan's text embedding models. */
  embedModel: string;
}

const Embedded = z.object({ embedding: z.array(z.number()).min(1) });
const timeoutMs = 25_000;
/** Texts embedded at a time: a model takes one a call. */
const parallel = 8;

/** A model of Bedrock. */
export function createBedrock(options: BedrockOptions, client = new BedrockRuntimeClient({})): LanguageModel {
  async function embedOne(inputText: string): Promise<readonly number[]> {
    const { body } = await client.send(
      new InvokeModelCommand({
        modelId: options.embedModel,
        contentType: 'application/json',
        accept: 'application/json',
        body: JSON.stringify({ inputText }),
      }),
      { abortSignal: AbortSignal.timeout(timeoutMs) },
    );
    return Embedded.parse(JSON.parse(body.transformToString())).embedding;
  }
  return {
    async embed(texts) {
      const vectors: (readonly number[])[] = [];
      for (let at = 0; at < texts.length; at += parallel)
        vectors.push(...(await Promise.all(texts.slice(at, at + parallel).map(embedOne))));
      return vectors;
    },
    async *answer(question) {
      const signals = [AbortSignal.timeout(timeoutMs), ...(question.signal ? [question.signal] : [])];
      const { stream } = await client.send(
        new ConverseStreamCommand({ modelId: options.chatModel, ...toConversation(toMessages(question)) }),
        { abortSignal: AbortSignal.any(signals) },
      );
      for await (const event of stream ?? []) {
        const text = event.contentBlockDelta?.delta?.text;
        if (text) yield text;
      }
    },
  };
}

/** Turns have to alternate, and the customer has the first: what one side says in a row becomes one turn. */
export function toConversation(messages: readonly ChatMessage[]) {
  const turns: { role: 'user' | 'assistant'; content: { text: string }[] }[] = [];
  for (const { role, content } of messages) {
    if (role === 'system' || (role === 'assistant' && turns.length === 0)) continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push({ text: content });
    else turns.push({ role, content: [{ text: content }] });
  }
  return {
    system: messages.filter(({ role }) => role === 'system').map(({ content }) => ({ text: content })),
    messages: turns,
    inferenceConfig: { temperature: 0, maxTokens: 600 },
  };
}
