/** What a row of an import can say. */
export const importFields = [
  'id',
  'title',
  'subtitle',
  'kind',
  'makers',
  'role',
  'year',
  'description',
  'genres',
  'language',
  'publisher',
  'licence',
  'isbn',
  'productTitle',
  'format',
  'delivery',
  'price',
  'currency',
  'stock',
] as const;
export type ImportField = (typeof importFields)[number];

export const isImportField = (name: string): name is ImportField => importFields.some((field) => field === name);
