/** Issues certificates for hosts that lead here. */
export interface Certificates {
  request(host: string): Promise<string>;
  /** `failed` also for one that is not there any more. */
  status(id: string): Promise<'pending' | 'issued' | 'failed'>;
  remove(id: string): Promise<void>;
}
