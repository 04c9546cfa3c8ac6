import { html } from '../html.ts';
import type { OpsOptions } from './ops.ts';
import { opsPage } from './ops-page.ts';

export function edgePage({ edgeCache }: OpsOptions): string {
  const { hits, misses, stored, evicted, entries, bytes } = edgeCache.stats();
  const asked = hits + misses;
  const rate = asked === 0 ? 'nothing asked yet' : `${((hits / asked) * 100).toFixed(1)} %`;
  const body = html`<dl>
      <dt>Hit rate</dt>
      <dd>${rate}</dd>
      <dt>Hits</dt>
      <dd>${hits}</dd>
      <dt>Misses</dt>
      <dd>${misses}</dd>
      <dt>Stored</dt>
      <dd>${stored}</dd>
      <dt>Evicted</dt>
      <dd>${evicted}</dd>
      <dt>Answers kept</dt>
      <dd>${entries}</dd>
      <dt>Size</dt>
      <dd>${(bytes / 1024).toFixed(0)} KiB</dd>
    </dl>
    <form method="post" action="/edge/purge"><button>Forget all answers</button></form>`;
  return opsPage({ path: '/edge', title: 'Edge cache', body });
}
