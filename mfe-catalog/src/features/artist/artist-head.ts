import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { pictureOf } from '../../shared/head-picture.ts';

export function artistHead({ data, path }: HeadInput): Head {
  const maker = data('/api/public/artist/{slug}');
  return {
    title: maker.name,
    description: maker.bio.slice(0, 160),
    canonical: path,
    ogType: 'profile',
    image: pictureOf(maker.portrait, maker.name),
    jsonLd: [
      { '@context': 'https://schema.org', '@type': 'Person', name: maker.name, description: maker.bio, url: path },
    ],
  };
}
