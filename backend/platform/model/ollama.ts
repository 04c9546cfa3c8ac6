import { z } from 'zod';
import type { LanguageModel } from './port.ts';
import { toMessages } from './prompt.ts';

export interface OllamaOptions {
  /** Base URL of an Ollama server, e.g. `http://127.0.0.1:11434`. */
  endpoint: string;
  chatModel: string;
  embedModel: string;
}

const Embedded = z.object({ embeddings: z.array(z.array(z.number())) });
const ChatPiece = z.object({ message: z.object({ content: z.string() }).optional(), error: z.string().optional() });

/** A model behind Ollama's HTTP API (`/api/embed`, `/api/chat`). */
export function createOllama({ endpoint, chatModel, embedModel }: OllamaOptions): LanguageModel {
  const call = async (path: string, body: unknown, signal?: AbortSignal): Promise<Response> => {
    const response = await fetch(`${endpoint}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(25_000), ...(signal ? [signal] : [])]),
    });
    if (!response.ok)
      throw new Error(`the model answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  return {
    async embed(texts) {
      if (texts.length === 0) return [];
      const response = await call('/api/embed', { model: embedModel, input: texts });
      const { embeddings } = Embedded.parse(await response.json());
      if (embeddings.length !== texts.length) throw new Error('the model embedded another number of texts');
      return embeddings;
    },
    async *answer(question) {
      const body = { model: chatModel, messages: toMessages(question), stream: true, options: { temperature: 0 } };
      const response = await call('/api/chat', body, question.signal);
      for await (const line of linesOf(response)) {
        const piece = ChatPiece.parse(JSON.parse(line));
        if (piece.error) throw new Error(`the model failed: ${piece.error}`);
        if (piece.message?.content) yield piece.message.content;
      }
    },
  };
}

async function* linesOf(response: Response): AsyncIterable<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
