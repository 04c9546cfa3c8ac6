import { z } from 'zod';

/*
 * What crosses the wire between the search client and the local search service. Documents are checked where they
 * enter the service; hits where they come back.
 */

const MakerName = z.object({ id: z.string(), slug: z.string(), name: z.string() });

export const WorkDocument = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  makers: z.array(MakerName),
  genres: z.array(z.string()),
  formats: z.array(z.string()),
  year: z.int().optional(),
  publishedOn: z.string(),
  description: z.string(),
  listPrices: z.record(z.string(), z.number()),
  card: z.unknown(),
});

export const WorkHitsAnswer = z.object({
  hits: z.array(z.object({ id: z.string(), card: z.unknown() })),
  total: z.int(),
  facets: z.array(
    z.object({
      name: z.enum(['kind', 'genre', 'format', 'year', 'maker']),
      values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
    }),
  ),
  didYouMean: z.string().optional(),
});

export const CompletionsAnswer = z.object({
  completions: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('work'), id: z.string(), card: z.unknown() }),
      z.object({ kind: z.literal('maker'), slug: z.string(), name: z.string() }),
      z.object({ kind: z.literal('genre'), name: z.string() }),
    ]),
  ),
});

const passage = {
  id: z.string(),
  slug: z.string(),
  locale: z.string(),
  title: z.string(),
  sectionId: z.string(),
  heading: z.string(),
  text: z.string(),
};
export const PassageDocument = z.object({ ...passage, embedding: z.array(z.number()).optional() });

export const PassagesAnswer = z.object({
  hits: z.array(z.object({ passage: z.object(passage), similarity: z.number().optional(), textScore: z.number() })),
});
