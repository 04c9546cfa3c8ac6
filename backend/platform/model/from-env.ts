import { z } from 'zod';
import { createOllama } from './ollama.ts';
import type { LanguageModel } from './port.ts';

export const modelEnv = {
  MODEL_ADAPTER: z.enum(['ollama']),
  MODEL_ENDPOINT: z.url(),
  MODEL_CHAT: z.string().default('llama3.2'),
  MODEL_EMBED: z.string().default('nomic-embed-text'),
};

export const createLanguageModel = (env: z.output<z.ZodObject<typeof modelEnv>>): LanguageModel =>
  createOllama({ endpoint: env.MODEL_ENDPOINT, chatModel: env.MODEL_CHAT, embedModel: env.MODEL_EMBED });
