/** Left with the visitor as `state`, kept by its hash until the callback. */
export interface SignInState {
  tenantId: string;
  host: string;
  returnTo: string;
  /** Hash of the binding cookie in the browser that started. */
  browserHash: string;
  verifier: string;
}

export interface SignedIn {
  userId: string;
  email: string;
  name: string;
  accessToken: string;
  refreshToken: string;
}

/** Kept by the hash of the one-time code that the callback gives the visitor. */
export type HandOff = Omit<SignInState, 'verifier'> & { signedIn: SignedIn };

export interface SignInRepository {
  keepState(hash: string, state: SignInState, ttlSeconds: number): Promise<void>;
  /** Takes it out: a second time there is nothing. */
  takeState(hash: string, nowSeconds: number): Promise<SignInState | undefined>;
  keepHandOff(hash: string, handOff: HandOff, ttlSeconds: number): Promise<void>;
  /** Takes it out for the shop and browser it was made for, and leaves it alone for any other. */
  takeHandOff(
    hash: string,
    owner: { tenantId: string; host: string; browserHash: string },
    nowSeconds: number,
  ): Promise<HandOff | undefined>;
}
