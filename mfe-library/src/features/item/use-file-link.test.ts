import { expect, test } from 'vitest';
import { withDisposition } from './use-file-link.ts';

test('the permission link keeps its proof and says how the file is looked at', () => {
  expect(withDisposition('/api/downloads/tok?exp=1&h=abc', 'inline')).toBe(
    '/api/downloads/tok?exp=1&h=abc&disposition=inline',
  );
  expect(withDisposition('/api/downloads/tok?disposition=inline', 'attachment')).toBe(
    '/api/downloads/tok?disposition=attachment',
  );
});
