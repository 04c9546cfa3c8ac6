import { createSliceApp, type SliceAppOptions } from '../platform/http.ts';
import { implementArticles } from './article/routes.ts';
import { implementChat } from './chat/routes.ts';
import type { SupportDeps } from './deps.ts';

/** The articles alone: what help pages are rendered from. */
export function createArticleApp(deps: Pick<SupportDeps, 'articlesOf'>, options: Omit<SliceAppOptions, 'slice'>) {
  const slice = createSliceApp({ ...options, slice: 'ai-support' });
  implementArticles(slice, deps);
  return slice.app;
}

export function createSupportApp(deps: SupportDeps, options: Omit<SliceAppOptions, 'slice'>) {
  const slice = createSliceApp({ ...options, slice: 'ai-support' });
  implementArticles(slice, deps);
  implementChat(slice, deps);
  return slice.app;
}
