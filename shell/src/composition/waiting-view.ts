const lines = 4;

/** The same quiet shape that a document without markup carries. */
export function showWaiting(container: HTMLElement, label: string): void {
  const page = container.ownerDocument;
  const skeleton = page.createElement('div');
  skeleton.className = 'document-skeleton';
  skeleton.setAttribute('role', 'status');
  skeleton.setAttribute('aria-label', label);
  for (let line = 0; line < lines; line += 1) skeleton.append(page.createElement('span'));
  container.replaceChildren(skeleton);
}
