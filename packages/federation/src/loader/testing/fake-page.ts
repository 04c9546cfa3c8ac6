/** As much of a document as the loader reads. */
export const fakePage = (importMap: { integrity: Record<string, string> }): Document => {
  const page = {
    querySelectorAll: (selector: string) =>
      selector.includes('importmap') ? [{ textContent: JSON.stringify(importMap) }] : [],
  };
  return page as unknown as Document;
};
