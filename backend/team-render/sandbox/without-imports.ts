/** Everything that may stand between a word and what follows it. */
const gap = String.raw`(?:\s|\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*)*`;
const dynamicImport = new RegExp(String.raw`(?<![\w$])import(?=${gap}[(.])`, 'g');

/** Not a keyword, and nobody's name. */
const refused = '__tessera_no_import';

/**
 * The module without `import(…)` and `import.meta`, which here are a name that is not there. An `import(…)` is refused
 * by Node with an object of its own realm, which must not get into the hands of a server entry. A keyword can have no
 * escapes, so that its text finds each; where the text stands in a string or names a method, that becomes another word.
 */
export const withoutImports = (source: string): string => source.replace(dynamicImport, refused);
