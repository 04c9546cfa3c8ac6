import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Finding, refusal } from '../finding.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const Violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    helpUrl: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
  }),
);

/** Rules of WCAG 2.1 AA that a remote's part of the page breaks. */
export async function accessibilityFindings(page: Page, selector: string, where: string): Promise<Finding[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return Violations.parse(found).map(({ id, help, helpUrl, nodes }) =>
    refusal('accessibility', {
      what: `${help} (${id}): ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}.`,
      where,
      fix: nodes[0]?.failureSummary?.replaceAll('\n', ' ').trim() ?? helpUrl,
    }),
  );
}
