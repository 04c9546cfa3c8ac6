import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

/** Compiles `*.messages.json` (key → ICU message) into what the tiny formatter reads, so that no parser is shipped. */
export function messagesPlugin(): Plugin {
  return {
    name: 'tessera:messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\.messages\.json$/ },
      handler(source, id) {
        const messages: unknown = JSON.parse(source);
        if (typeof messages !== 'object' || messages === null) throw new Error(`${id}: expected an object of messages`);
        const compiled = Object.entries(messages).map(([key, message]) => {
          if (typeof message !== 'string') throw new Error(`${id}: ${key} is not a string`);
          return [key, compile(message)];
        });
        return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))};`, map: null, moduleType: 'js' };
      },
    },
  };
}
