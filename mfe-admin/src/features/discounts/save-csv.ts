/** Hands rows to the browser as a file. Cells here hold neither commas nor quotes. */
export function saveCsv(name: string, rows: readonly (readonly string[])[]): void {
  const file = new Blob([rows.map((row) => `${row.join(',')}\r\n`).join('')], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
