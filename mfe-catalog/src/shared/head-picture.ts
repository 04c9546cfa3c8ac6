import type { Picture } from '@tessera/contracts/api/common.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';

export const pictureOf = ({ src, width, height, alt }: Picture, title: string): NonNullable<Head['image']> => ({
  url: src,
  width,
  height,
  alt: alt || title,
});
