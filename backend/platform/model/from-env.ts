import { z } from 'zod';
import { createBedrock } from './bedrock.ts';
import { createOllama } from './ollama.ts';
import type { LanguageModel } from './port.ts';

export const modelEnv = {
  MODEL_ADAPTER: z.enum(['ollama', 'bedrock']),
  /** Of the Ollama server. */
  MODEL_ENDPOINT: z.url().optional(),
  MODEL_CHAT: z.string().optional(),
  MODEL_EMBED: z.string().optional(),
  /** Languages whose meanings the embedding model knows, parted by commas; all where it is absent. */
  MODEL_LOCALES: z.string().optional(),
};

export function createLanguageModel(env: z.output<z.ZodObject<typeof modelEnv>>): LanguageModel {
  const model = createAdapter(env);
  const locales = env.MODEL_LOCALES?.split(',');
  if (!locales) return model;
  return { ...model, embed: async (texts, locale) => (locales.includes(locale) ? model.embed(texts, locale) : []) };
}

function createAdapter(env: z.output<z.ZodObject<typeof modelEnv>>): LanguageModel {
  if (env.MODEL_ADAPTER === 'bedrock')
    return createBedrock({ chatModel: required(env, 'MODEL_CHAT'), embedModel: required(env, 'MODEL_EMBED') });
  return createOllama({
    endpoint: required(env, 'MODEL_ENDPOINT'),
    chatModel: env.MODEL_CHAT ?? 'llama3.2',
    embedModel: env.MODEL_EMBED ?? 'nomic-embed-text',
  });
}

function required(
  env: z.output<z.ZodObject<typeof modelEnv>>,
  name: 'MODEL_ENDPOINT' | 'MODEL_CHAT' | 'MODEL_EMBED',
): string {
  const value = env[name];
  if (!value) throw new Error(`Environment: ${name} is needed with MODEL_ADAPTER=${env.MODEL_ADAPTER}`);
  return value;
}
