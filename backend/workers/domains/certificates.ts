/** Lets the edge answer for hosts, each with a certificate. */
export interface Certificates {
  /** For a name of the platform's own, which has a certificate already. Answers an id. */
  serve(host: string): Promise<string>;
  /** For a host that leads here: with a certificate of its own. Answers an id. */
  request(host: string): Promise<string>;
  /** `failed` also for one that is not there any more. */
  status(id: string): Promise<'pending' | 'issued' | 'failed'>;
  remove(id: string): Promise<void>;
}
