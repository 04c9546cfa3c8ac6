/** The user pool's app clients, one for each tenant. */
export interface AppClients {
  /** Makes one where there is none, and lets signing out lead to `origins`. Answers its id. */
  keep(tenant: { tenantId: string; known: string | undefined; origins: readonly string[] }): Promise<string>;
}
