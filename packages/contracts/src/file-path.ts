const maxLength = 200;

/**
 * Why a path cannot be one of a release's files; undefined where it can. Relative, with forward slashes, and of
 * characters that mean the same in an address, in a store's key, on any disk and in a header.
 *
 * @example filePathProblem('../secrets.js') // 'leaves the release's folder'
 */
export function filePathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > maxLength) return `is longer than ${maxLength} characters`;
  if (path.includes('\\')) return 'has a backslash: folders are parted by /';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute: paths begin in the release’s folder';
  if (path.includes('%')) return 'is percent-encoded: paths are written as they are';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leaves the release’s folder';
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty folder name';
  if (!/^[A-Za-z0-9._~@+()[\]$!,=-]+$/.test(parts.join('')))
    return 'has a character other than letters, digits and . _ ~ @ + ( ) [ ] $ ! , = -';
  if (parts.some((part) => part.startsWith('.'))) return 'is hidden: no name begins with a dot';
  if (parts.some((part) => part.endsWith('.'))) return 'has a name that ends with a dot';
  return undefined;
}
