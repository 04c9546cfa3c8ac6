import { isImportField, type ImportField } from '../../admin/import/fields.ts';
import { goodbooks } from './goodbooks.ts';

export type Fields = Partial<Record<ImportField, string>>;

/** Where a kind of file keeps what an import needs to know. */
export interface Profile {
  /** The field of a header; undefined for what is not imported. */
  fieldOf(header: string): ImportField | undefined;
  /** Brings the file's own ways in line with ours. */
  tidy(fields: Fields): Fields;
}

const tessera: Profile = {
  fieldOf(header) {
    const name = header.trim().toLowerCase();
    if (name === 'producttitle') return 'productTitle';
    return isImportField(name) ? name : undefined;
  },
  tidy: (fields) => fields,
};

export const profiles: Record<'tessera' | 'goodbooks', Profile> = { tessera, goodbooks };

/** Empty cells say nothing. A mapping of the request goes over the profile's own. */
export function toFields(
  cells: Readonly<Record<string, string>>,
  profile: Profile,
  mapping: Readonly<Record<string, string>>,
): Fields {
  const fields: Fields = {};
  for (const [header, text] of Object.entries(cells)) {
    const mapped = Object.hasOwn(mapping, header) ? (mapping[header] ?? '') : '';
    const field = isImportField(mapped) ? mapped : profile.fieldOf(header);
    const value = text.trim();
    if (field && value !== '') fields[field] = value;
  }
  return profile.tidy(fields);
}
