/** A CloudFront KeyValueStore: what viewer functions look hosts up in. */
export interface KeyValueStore {
  get(key: string): string | undefined;
  put(key: string, value: string): void;
  delete(key: string): void;
  list(): [string, string][];
  onChange(listener: (key: string) => void): () => void;
}

const maxKeyLength = 512;
const maxValueLength = 1024;

export function createKeyValueStore(): KeyValueStore {
  const entries = new Map<string, string>();
  const listeners = new Set<(key: string) => void>();
  const announce = (key: string): void => listeners.forEach((listener) => listener(key));
  return {
    get: (key) => entries.get(key),
    put(key, value) {
      if (key.length > maxKeyLength || value.length > maxValueLength)
        throw new RangeError(
          `KeyValueStore takes keys up to ${maxKeyLength} and values up to ${maxValueLength} characters`,
        );
      if (entries.get(key) === value) return;
      entries.set(key, value);
      announce(key);
    },
    delete(key) {
      if (entries.delete(key)) announce(key);
    },
    list: () => [...entries],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
