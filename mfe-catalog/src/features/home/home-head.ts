import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { pictureOf } from '../../shared/head-picture.ts';

export function homeHead({ data, boot, path }: HeadInput): Head {
  const { hero } = data('/api/public/catalog/home');
  return {
    title: boot.tenant.name,
    description: boot.tenant.tagline,
    canonical: path,
    ogType: 'website',
    ...(hero ? { image: pictureOf(hero.work.cover, hero.work.title) } : {}),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'OnlineStore',
        name: boot.tenant.name,
        description: boot.tenant.tagline,
        email: boot.tenant.supportEmail,
      },
    ],
  };
}
