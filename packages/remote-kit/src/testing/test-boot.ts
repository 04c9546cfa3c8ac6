import { BootDocument } from '@tessera/contracts/boot.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { directionOf, type Locale } from '@tessera/contracts/tenant.ts';

/** A shop that sells in dollars and speaks English and German, with one remote: what a server entry's test renders in. */
export function testBoot({
  manifest,
  locale,
}: {
  manifest: RemoteManifest;
  locale: Locale;
}): Omit<BootDocument, 'page'> {
  const releaseId = `rel_${'0'.repeat(64)}`;
  const { name, slot, slice, shellContract, routes } = manifest;
  const cdn = 'https://cdn.shop.example';
  const entry = `${cdn}/${name}/0.0.0/remoteEntry.js`;
  return BootDocument.omit({ page: true }).parse({
    contract: shellContractVersion,
    tenant: {
      ...{ id: 'test-shop', name: 'Test Shop', tagline: 'A shop for tests', legalName: 'Test Shop Inc.' },
      ...{ country: 'US', supportEmail: 'help@shop.example', locales: ['en', 'de'], currencies: ['USD'] },
      ...{ countries: ['US'], taxDisplay: 'exclusive', kinds: ['music'], flags: {} },
      theme: {
        ...{ face: 'aria', accent: { light: '#0055aa', dark: '#66aaff' }, radius: 'medium' },
        ...{ density: 'comfortable', coverShape: 'square', scheme: 'auto' },
      },
    },
    ...{ locale, direction: directionOf(locale), currency: 'USD', country: 'US', cdn, surface: 'shop' },
    releaseSet: {
      id: `set_${'0'.repeat(40)}`,
      remotes: { [name]: { name, version: '0.0.0', releaseId, slot, slice, shellContract, entry, css: [], routes } },
    },
    shell: { version: '0.0.0', releaseId },
  });
}
