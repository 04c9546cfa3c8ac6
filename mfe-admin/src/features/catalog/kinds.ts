import { WorkKind } from '@tessera/contracts/api/common.ts';

export const isKind = (text: string): text is WorkKind => WorkKind.safeParse(text).success;
