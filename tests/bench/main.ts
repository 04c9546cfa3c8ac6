/** Measures the whole product on this machine; prints the report and writes it to docs/performance.md. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildAll } from '../../scripts/build.ts';
import { requireChromium } from '../../scripts/lib/browser.ts';
import { elapsed, printFailure, step } from '../../scripts/lib/progress.ts';
import { root } from '../../scripts/lib/root.ts';
import { measureCanary } from './canary/measure.ts';
import { measureColdLoad } from './cold-load/measure.ts';
import { measureCompositionTax } from './composition-tax/measure.ts';
import { measureFreshClone, withoutClone } from './fresh-clone.ts';
import type { Section } from './lib/section.ts';
import { startShop, type Shop } from './lib/shop.ts';
import { measureLoad } from './load/measure.ts';
import { measurePublish } from './publish/measure.ts';
import { measureScale } from './scale/measure.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { reportOf } from './report.ts';
import { measureInp } from './vitals/inp.ts';
import { measureLighthouse } from './vitals/lighthouse.ts';

interface Measurement {
  name: string;
  title: string;
  run(): Promise<Section>;
}

const options = readOptions(process.argv.slice(2));
try {
  await buildAll();
  const shop = await step('Start the platform as a process of its own', () => startShop());
  const sections = await measureAll(measurementsOf(shop, options)).finally(() => shop.stop());
  const clone = options.clone ? await step('Clone and start afresh', measureFreshClone) : withoutClone;
  const report = reportOf([...sections, clone], requireChromium(), new Date());
  await mkdir(path.dirname(options.out), { recursive: true });
  await writeFile(options.out, report);
  console.log(`\n${report}\nWritten to ${path.relative(root, options.out)} in ${elapsed()}.`);
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

function measurementsOf(shop: Shop, options: BenchOptions): Measurement[] {
  const { coldRuns, lighthouseRuns, loadMs, publishRuns, rollbackRuns, tenants } = options;
  return [
    { name: 'tax', title: 'Weigh the first view', run: () => measureCompositionTax(shop) },
    { name: 'lighthouse', title: 'Run Lighthouse', run: () => measureLighthouse(shop, lighthouseRuns) },
    { name: 'inp', title: 'Buy something in a slow browser', run: () => measureInp(shop) },
    { name: 'cold', title: 'Load each function cold', run: () => measureColdLoad(shop, coldRuns) },
    { name: 'publish', title: 'Publish a remote', run: () => measurePublish(shop, publishRuns) },
    { name: 'canary', title: 'Take a canary back', run: () => measureCanary(shop, rollbackRuns) },
    { name: 'load', title: 'Send requests', run: () => measureLoad(shop, loadMs) },
    { name: 'scale', title: `Compose beside ${tenants} shops`, run: () => measureScale(tenants) },
  ];
}

async function measureAll(measurements: readonly Measurement[]): Promise<Section[]> {
  const wanted = measurements.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const sections: Section[] = [];
  for (const { title, run } of wanted) sections.push(await step(title, run));
  return sections;
}
