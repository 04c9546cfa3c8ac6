import formatMessage, { type CompiledMessage, type FormatValues } from 'icu-minify/format';
import { keepEach } from './keep-each.ts';
import type { CompiledMessages } from './messages.ts';

export type MessageValues = FormatValues<never>;

/** @returns the message in the visitor's language, with `values` filled in */
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

const formatters = {
  getDateTimeFormat: keepEach(
    (locale, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locale, options),
  ),
  getNumberFormat: keepEach(
    (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
  ),
  getPluralRules: keepEach(
    (locale, options: Intl.PluralRulesOptions | undefined) => new Intl.PluralRules(locale, options),
  ),
};

/**
 * `others` says what is not among `messages`; without it, a key that is missing stands for itself.
 *
 * @example createTranslator('en', { items: [['n', 2, { one: [0, ' item'], other: [0, ' items'] }]] })('items', { n: 2 })
 */
export function createTranslator(locale: string, messages: CompiledMessages, others?: Translate): Translate {
  return (key, values) => {
    const message = messages[key];
    if (message === undefined) return others?.(key, values) ?? key;
    if (typeof message === 'string') return message;
    const text = formatMessage(message as CompiledMessage, locale, values, { formatters });
    return Array.isArray(text) ? text.join('') : String(text);
  };
}
