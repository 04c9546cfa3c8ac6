/** Words of any script, without case and accents, so that "Therese" finds "Thérèse" and Arabic is found at all. */
export const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
