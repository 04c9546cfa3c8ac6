import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Viewing } from './common.ts';

export const ArticleCard = z
  .object({ slug: z.string(), title: z.string(), summary: z.string(), topic: z.string() })
  .meta({ id: 'ArticleCard' });
export const Article = ArticleCard.extend({
  sections: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string() })),
  updatedOn: z.string(),
}).meta({ id: 'Article' });
export type Article = z.infer<typeof Article>;

export const Citation = z
  .object({
    number: z.int(),
    slug: z.string(),
    title: z.string(),
    sectionId: z.string(),
    href: z.string(),
    quote: z.string(),
  })
  .meta({ id: 'Citation' });

/** Each server-sent event's `data`. `done` always comes last; `known: false` says that the articles hold no answer. */
export const ChatEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('citation'), citation: Citation }),
    z.object({ type: z.literal('done'), known: z.boolean(), contact: z.string().optional() }),
    z.object({ type: z.literal('error'), message: z.string() }),
  ])
  .meta({ id: 'ChatEvent' });
export type ChatEvent = z.infer<typeof ChatEvent>;

export const supportApi = {
  articles: endpoint({
    method: 'get',
    path: '/api/public/support/articles',
    summary: 'Help articles by topic',
    query: Viewing,
    ok: { 200: z.object({ items: z.array(ArticleCard) }) },
  }),
  article: endpoint({
    method: 'get',
    path: '/api/public/support/articles/{slug}',
    summary: 'One help article',
    params: z.object({ slug: z.string().max(120) }),
    query: Viewing,
    ok: { 200: Article },
    errors: [404],
  }),
  chat: endpoint({
    method: 'post',
    path: '/api/support/chat',
    summary: 'Answers from the tenant’s help articles, streamed, with citations',
    body: z.object({
      message: z.string().trim().min(1).max(1000),
      history: z
        .array(z.object({ from: z.enum(['visitor', 'assistant']), text: z.string().max(2000) }))
        .max(20)
        .default([]),
      locale: z.string().max(10).optional(),
    }),
    ok: { 200: ChatEvent },
    okType: 'text/event-stream',
    errors: [403, 413],
  }),
};
