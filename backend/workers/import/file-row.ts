/** A row of the file under its headers; `row` counts as a spreadsheet does, the header being row 1. */
export type FileRow =
  { ok: true; row: number; cells: Readonly<Record<string, string>> } | { ok: false; row: number; message: string };

/** The file as a whole cannot be read on. */
export class UnreadableFileError extends Error {
  readonly row: number;

  constructor(message: string, row: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableFileError';
    this.row = row;
  }
}
