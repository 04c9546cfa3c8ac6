import formatMessage, { type CompiledMessage, type FormatValues } from 'icu-minify/format';
import type { CompiledMessages } from './messages.ts';

export type MessageValues = FormatValues<never>;

/** @returns the message in the visitor's language, with `values` filled in */
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

const formatters = {
  getDateTimeFormat: memo(
    (locale, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locale, options),
  ),
  getNumberFormat: memo(
    (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
  ),
  getPluralRules: memo((locale, options: Intl.PluralRulesOptions | undefined) => new Intl.PluralRules(locale, options)),
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

function memo<Options, Result>(make: (locale: string | undefined, options: Options) => Result) {
  const made = new Map<string, Result>();
  return (locale?: Intl.LocalesArgument, options?: Options): Result => {
    const tag = String(locale);
    const key = `${tag}|${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(tag, options as Options);
    made.set(key, result);
    return result;
  };
}
