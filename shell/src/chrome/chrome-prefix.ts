/** React's `identifierPrefix` of each root of the shell, the same on the server. */
export const chromePrefix = { header: 'shell-h-', footer: 'shell-f-', overlay: 'shell-o-' } as const;
