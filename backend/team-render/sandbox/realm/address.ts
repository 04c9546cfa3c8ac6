/** `URL` and `URLSearchParams`; addresses are parsed outside, text in and text out. A part of the realm's script: see `realm.ts`. */
export const addressSource = String.raw`
  /** application/x-www-form-urlencoded, as the URL standard has it. */
  const encodeForm = (text) =>
    encodeURIComponent(text.toWellFormed()).replace(/%20/g, '+').replace(/[!'()~]/g, (one) => '%' + one.charCodeAt(0).toString(16).toUpperCase());
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const decodeForm = (text) => {
    const bytes = encoder.encode(text.replace(/\+/g, ' '));
    const out = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const hex = bytes[at] === 0x25 ? String.fromCharCode(bytes[at + 1], bytes[at + 2]) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        out.push(Number('0x' + hex));
        at += 2;
      } else out.push(bytes[at]);
    }
    return decoder.decode(Uint8Array.from(out));
  };

  class URLSearchParams {
    #pairs = [];
    #changed = () => undefined;
    constructor(init = '', changed) {
      if (changed) this.#changed = changed;
      if (typeof init === 'object' && init !== null) {
        const pairs = typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init);
        for (const [name, value] of pairs) this.#pairs.push([asText(name), asText(value)]);
        return;
      }
      for (const part of asText(init).replace(/^\?/, '').split('&')) {
        if (part === '') continue;
        const at = part.indexOf('=');
        this.#pairs.push(at < 0 ? [decodeForm(part), ''] : [decodeForm(part.slice(0, at)), decodeForm(part.slice(at + 1))]);
      }
    }
    get size() { return this.#pairs.length; }
    append(name, value) { this.#pairs.push([asText(name), asText(value)]); this.#changed(this); }
    delete(name, value) {
      this.#pairs = this.#pairs.filter(([key, own]) => key !== asText(name) || (value !== undefined && own !== asText(value)));
      this.#changed(this);
    }
    get(name) { return this.#pairs.find(([key]) => key === asText(name))?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(([key]) => key === asText(name)).map(([, value]) => value); }
    has(name, value) { return this.#pairs.some(([key, own]) => key === asText(name) && (value === undefined || own === asText(value))); }
    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === asText(name));
      if (at < 0) this.#pairs.push([asText(name), asText(value)]);
      else this.#pairs = this.#pairs.flatMap((pair, index) => (index === at ? [[pair[0], asText(value)]] : pair[0] === asText(name) ? [] : [pair]));
      this.#changed(this);
    }
    sort() { this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)); this.#changed(this); }
    forEach(use, self) { for (const [name, value] of this.#pairs) use.call(self, value, name, this); }
    *entries() { for (const [name, value] of this.#pairs) yield [name, value]; }
    *keys() { for (const [name] of this.#pairs) yield name; }
    *values() { for (const [, value] of this.#pairs) yield value; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return this.#pairs.map(([name, value]) => encodeForm(name) + '=' + encodeForm(value)).join('&'); }
  }

  /** Parsed outside: text in, text out, empty where it is no address. */
  const parseUrl = (href, base, part, value) => {
    let answer = '';
    try { answer = askUrl(href, base, part, value); } catch { answer = ''; }
    return answer === '' ? undefined : parse(answer);
  };
  class URL {
    #parts;
    #search;
    constructor(href, base) {
      this.#parts = parseUrl(asText(href), base === undefined ? '' : asText(base), '', '');
      if (!this.#parts) throw new TypeError('Invalid URL');
    }
    static canParse(href, base) { return parseUrl(asText(href), base === undefined ? '' : asText(base), '', '') !== undefined; }
    static parse(href, base) { return URL.canParse(href, base) ? new URL(href, base) : null; }
    get searchParams() {
      return (this.#search ??= new URLSearchParams(this.#parts.search, (params) => this.#change('search', params.toString(), true)));
    }
    #change(part, value, own) {
      this.#parts = parseUrl(this.#parts.href, '', part, asText(value)) ?? this.#parts;
      if (!own) this.#search = undefined;
    }
    static {
      for (const part of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'])
        Object.defineProperty(URL.prototype, part, {
          get() { return this.#parts[part]; },
          ...(part === 'origin' ? {} : { set(value) { this.#change(part, value, false); } }),
          enumerable: true,
          configurable: true,
        });
    }
    toString() { return this.#parts.href; }
    toJSON() { return this.#parts.href; }
  }
`;
