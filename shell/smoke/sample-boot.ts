import type { BootDocument, BootRemote } from '@tessera/contracts/boot.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { ReleaseId, ReleaseSetId, TenantId } from '@tessera/contracts/ids.ts';

export const tenant: BootDocument['tenant'] = {
  id: TenantId.parse('sample'),
  name: 'Sample Records',
  tagline: 'Music that never was',
  legalName: 'Sample Records Ltd',
  country: 'US',
  supportEmail: 'help@sample.test',
  theme: {
    face: 'aria',
    accent: { light: '#3355ff', dark: '#99aaff' },
    radius: 'small',
    density: 'comfortable',
    coverShape: 'square',
    scheme: 'light',
  },
  locales: ['en', 'de'],
  currencies: ['USD', 'EUR'],
  countries: ['US', 'DE'],
  taxDisplay: 'exclusive',
  kinds: ['album', 'merch'],
  flags: {},
};

export function bootBase(builds: readonly RemoteBuild[], cdn: string, locale: 'en' | 'de'): Omit<BootDocument, 'page'> {
  const remotes = builds.filter(({ manifest }) => manifest.name !== 'shell');
  return {
    contract: '1.0.0',
    tenant,
    locale,
    direction: 'ltr',
    currency: 'USD',
    country: 'US',
    cdn,
    surface: 'shop',
    releaseSet: {
      id: ReleaseSetId.parse('set_smoke'),
      remotes: Object.fromEntries(remotes.map((build) => [build.manifest.name, toBootRemote(build, cdn)])),
    },
    shell: { version: '1.0.0', releaseId: ReleaseId.parse('rel_shell') },
  };
}

function toBootRemote(build: RemoteBuild, cdn: string): BootRemote {
  const { manifest, version } = build;
  const base = `${cdn}/${manifest.name}/${version}/`;
  return {
    name: manifest.name,
    version,
    releaseId: ReleaseId.parse(`rel_${manifest.name}`),
    slot: manifest.slot,
    slice: manifest.slice,
    shellContract: manifest.shellContract,
    entry: base + build.entry,
    css: build.css.map((path) => ({ url: base + path, integrity: integrityOf(build, path) })),
    routes: manifest.routes,
  };
}

export function integrityOf(build: RemoteBuild, path: string): string {
  const file = build.files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} is not in the build`);
  return file.integrity;
}
