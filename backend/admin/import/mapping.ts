import { isImportField } from './fields.ts';

export type Mapping = { ok: true; mapping: Record<string, string> } | { ok: false; message: string };

/** Reads `Title=title,Writer=makers`: a file's header, and the field it is. */
export function parseMapping(text: string | undefined): Mapping {
  const mapping: Record<string, string> = {};
  for (const pair of (text ?? '').split(',')) {
    if (pair.trim() === '') continue;
    const [header = '', field = '', ...rest] = pair.split('=').map((part) => part.trim());
    if (header === '' || rest.length > 0 || !isImportField(field))
      return { ok: false, message: `“${pair.trim()}” does not say Header=field` };
    mapping[header] = field;
  }
  return { ok: true, mapping };
}
