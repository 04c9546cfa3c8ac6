/** What is done to one remote's pinned release, or to the browser it runs in. */
export const faultNames = [
  'none',
  '503',
  'hang',
  'slow',
  'tampered',
  'wrong-type',
  'needs-newer-shell',
  'throws-at-evaluation',
  'throws-in-render',
  'never-mounts',
  'never-unmounts',
  'fake-react',
  'poisoned-scope',
  'storage-full',
] as const;
export type FaultName = (typeof faultNames)[number];

/** What stands behind each name, for the table's reader. */
export const faultTitles: Record<FaultName, string> = {
  none: 'nothing',
  '503': 'every file answered with 503',
  hang: 'entry never answered',
  slow: 'every file 2 s late',
  tampered: 'one byte of the entry changed',
  'wrong-type': 'entry served as text/html',
  'needs-newer-shell': 'asks for shell contract ^99.0.0',
  'throws-at-evaluation': 'throws while it is evaluated',
  'throws-in-render': 'throws while it renders',
  'never-mounts': 'mount never settles',
  'never-unmounts': 'unmount never settles',
  'fake-react': 'offers a React of its own to others',
  'poisoned-scope': 'breaks every shared module in its scope',
  'storage-full': 'no storage takes anything',
};
