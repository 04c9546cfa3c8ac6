import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createBedrock, toConversation } from './bedrock.ts';
import { createOllama } from './ollama.ts';
import type { GroundedQuestion, LanguageModel } from './port.ts';
import { startModelServer } from './testing/model-server.ts';

const server = await startModelServer(['Within ', '14 days ', '[1].']);
const client = new BedrockRuntimeClient({
  endpoint: server.http2Endpoint,
  region: 'local',
  maxAttempts: 1,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterEach(() => void server.asked.splice(0));
afterAll(async () => {
  client.destroy();
  await server.stop();
});

const question: GroundedQuestion = {
  question: 'How long can I return a book?',
  passages: [{ number: 1, title: 'Returns', heading: 'Time', text: 'Within 14 days.' }],
  history: [
    { from: 'visitor', text: 'Hello' },
    { from: 'assistant', text: 'Good day' },
  ],
  locale: 'en',
  shopName: 'Folio',
};

const adapters: [string, (model: string) => LanguageModel][] = [
  ['Ollama', (model) => createOllama({ endpoint: server.endpoint, chatModel: model, embedModel: model })],
  ['Bedrock', (model) => createBedrock({ chatModel: model, embedModel: model }, client)],
];

describe.each(adapters)('%s', (_, create) => {
  const model = create('small');

  test('gives one vector for each text, in order', async () => {
    const texts = Array.from({ length: 19 }, (__, index) => 'word '.repeat(index + 1).trim());
    expect(await model.embed(texts, 'en')).toEqual(texts.map((text, index) => [text.length, index + 1]));
    expect(await model.embed([], 'en')).toEqual([]);
  });

  test('streams an answer from what it is given', async () => {
    const pieces: string[] = [];
    for await (const piece of model.answer(question)) pieces.push(piece);
    expect(pieces).toEqual(['Within ', '14 days ', '[1].']);
    const told = JSON.stringify(server.asked);
    for (const part of ['Within 14 days.', 'How long can I return a book?', 'Good day', 'Folio'])
      expect(told).toContain(part);
  });

  test('fails loudly where the model does', async () => {
    const broken = create('broken');
    await expect(broken.embed(['x'], 'en')).rejects.toThrow();
    await expect(Array.fromAsync(broken.answer(question))).rejects.toThrow();
  });

  test('stops when nobody listens any more', async () => {
    const signal = AbortSignal.abort();
    await expect(Array.fromAsync(model.answer({ ...question, signal }))).rejects.toThrow();
  });
});

test('a conversation for Bedrock begins with the customer and takes turns', () => {
  const said = (role: 'user' | 'assistant', content: string) => ({ role, content });
  const { system, messages } = toConversation([
    { role: 'system', content: 'rules' },
    said('assistant', 'cut off'),
    said('user', 'one'),
    said('user', 'two'),
    said('assistant', 'three'),
    said('user', 'four'),
  ]);
  expect(system).toEqual([{ text: 'rules' }]);
  expect(messages).toEqual([
    { role: 'user', content: [{ text: 'one' }, { text: 'two' }] },
    { role: 'assistant', content: [{ text: 'three' }] },
    { role: 'user', content: [{ text: 'four' }] },
  ]);
});
