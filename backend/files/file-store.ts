export interface StoredFile {
  body: Uint8Array;
  contentType: string;
  /** Of the bytes. */
  etag: string;
}

export interface FileAddress {
  tenantId: string;
  remote: string;
  version: string;
  path: string;
}

/** Files of releases, by the address a tenant's origin gives them. */
export interface FileStore {
  find(address: FileAddress): Promise<StoredFile | undefined>;
}
