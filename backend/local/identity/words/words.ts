import type { Locale } from '@tessera/contracts/tenant.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english, type Words } from './en.ts';

export type { Words } from './en.ts';

const languages: Readonly<Record<Locale, Words>> = { en: english, de: german, ar: arabic };

export const wordsOf = (language: Locale): Words => languages[language];
