import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { PassageDocument, WorkDocument } from '../../platform/search/http-protocol.ts';
import type { Passage, SearchDocument } from '../../platform/search/port.ts';
import { PassageIndex } from './passage-index.ts';
import { WorkIndex } from './work-index.ts';

const Operation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), documents: z.array(WorkDocument) }),
  z.object({ op: z.literal('remove'), ids: z.array(z.string()) }),
  z.object({
    op: z.literal('passages'),
    article: z.object({ slug: z.string(), locale: z.string() }),
    passages: z.array(PassageDocument),
  }),
]);
type Operation = z.infer<typeof Operation>;

/** One tenant's index and its journal: what was written is there after a restart, even a hard one. */
export class TenantIndex {
  readonly works = new WorkIndex();
  readonly passages = new PassageIndex();
  readonly #file: string | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string | undefined) {
    this.#file = file;
  }

  static async open(file: string | undefined): Promise<TenantIndex> {
    const index = new TenantIndex(file);
    if (file) await index.#replay(file);
    return index;
  }

  /** Operations are applied in the order they came, each journaled before it is answered. */
  apply(operation: Operation): Promise<void> {
    const turn = this.#writing.then(async () => {
      if (this.#file) await appendFile(this.#file, `${JSON.stringify(operation)}\n`);
      this.#run(operation);
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  #run(operation: Operation): void {
    switch (operation.op) {
      case 'put':
        for (const document of operation.documents) this.works.put(document as SearchDocument);
        break;
      case 'remove':
        for (const id of operation.ids) this.works.remove(id);
        break;
      case 'passages':
        this.passages.replace(operation.article, operation.passages as Passage[]);
    }
  }

  /** Reads the journal, keeps the last word on each document, and writes it back without what is outdated. */
  async #replay(file: string): Promise<void> {
    const documents = new Map<string, z.infer<typeof WorkDocument>>();
    const articles = new Map<string, Operation>();
    for (const operation of parseJournal(await readFile(file, 'utf8').catch(() => ''))) {
      if (operation.op === 'put') for (const document of operation.documents) documents.set(document.id, document);
      else if (operation.op === 'remove') for (const id of operation.ids) documents.delete(id);
      else articles.set(`${operation.article.slug}/${operation.article.locale}`, operation);
    }
    const kept: Operation[] = [{ op: 'put', documents: [...documents.values()] }, ...articles.values()];
    await writeFile(`${file}.new`, kept.map((operation) => `${JSON.stringify(operation)}\n`).join(''));
    await rename(`${file}.new`, file);
    for (const operation of kept) this.#run(operation);
  }
}

/** A last line that was cut off by a crash was never answered, so it is left out. */
function parseJournal(text: string): Operation[] {
  const lines = text.split('\n');
  lines.pop();
  return lines.map((line) => Operation.parse(JSON.parse(line)));
}
