/** Makes each of `Intl`'s formats once: one takes a slow phone milliseconds, and a page asks for the same few again and again. */
export function keepEach<Options, Format>(make: (locale: string | undefined, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (locale?: Intl.LocalesArgument, options?: Options): Format => {
    const tag = String(locale);
    const key = `${tag}|${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = make(tag, options as Options);
    made.set(key, format);
    return format;
  };
}
