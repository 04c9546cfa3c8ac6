import type { LanguageModel } from '../platform/model/port.ts';
import type { SearchEngine } from '../platform/search/port.ts';
import type { ArticleRepository } from './article/repository.ts';

/** What the shop says of itself to somebody who needs a person. */
export interface ShopContact {
  name: string;
  supportEmail: string;
  locales: readonly string[];
}

export interface SupportDeps {
  articlesOf(tenantId: string): ArticleRepository;
  contactOf(tenantId: string): Promise<ShopContact>;
  search: SearchEngine;
  model: LanguageModel;
  warn(message: string, extra: Record<string, unknown>): void;
}
