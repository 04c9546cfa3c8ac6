import { overridesApi } from '@tessera/contracts/api/overrides.ts';
import type { Ui } from '../io/ui.ts';
import type { Shop } from '../shop/shop.ts';
import { startServing } from './serving.ts';
import type { BuildOutcome } from './watched-build.ts';

interface OverrideOptions {
  shop: Shop;
  /** The remote. */
  root: string;
  port: number;
  minutes: number;
}

/** Serves a remote from this machine and has the shop show it to whoever asked; ends both. */
export async function startOverride(
  { shop, root, port, minutes }: OverrideOptions,
  { ui, onBuild }: { ui: Ui; onBuild(outcome: BuildOutcome): void },
) {
  const serving = await ui.step('Build, and watch', () => startServing({ root, port, onBuild }));
  const { origin, build } = serving;
  try {
    const override = await ui.step('Ask the shop for an override', () =>
      shop.call(overridesApi.createOverride, { body: { origin, minutes, build } }),
    );
    return {
      override,
      async stop(): Promise<void> {
        // Before the files are gone: a page that loads now is the released one.
        await revoke(shop, override.id).catch((error: unknown) =>
          ui.note(`The shop was not told, and ends it at ${override.expiresAt}: ${String(error)}`),
        );
        await serving.stop();
      },
    };
  } catch (error) {
    await serving.stop();
    throw error;
  }
}

const revoke = (shop: Shop, id: string) => shop.call(overridesApi.revokeOverride, { params: { id } });
