/** What is kept in this tab until it closes. Storage may be denied; then nothing is kept and nothing breaks. */
export interface TabStorage<T> {
  read(): T | undefined;
  write(value: T): void;
  clear(): void;
}

/** `parse` checks what comes back: another release, or a hand, may have written it. */
export function createTabStorage<T>(name: string, parse: (value: unknown) => T | undefined): TabStorage<T> {
  return {
    read() {
      try {
        const text = sessionStorage.getItem(name);
        return text === null ? undefined : parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(name, JSON.stringify(value));
      } catch {
        // Kept in memory only, then.
      }
    },
    clear() {
      try {
        sessionStorage.removeItem(name);
      } catch {
        // There was nothing to clear.
      }
    },
  };
}
