import { type AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';

export const signInExpired = (): AppError =>
  forbidden(
    'sign_in_expired',
    'This sign-in is no longer valid or was started in another browser. Go back to the shop and sign in again.',
  );

export const foreignReturnTo = (): AppError =>
  invalid([{ path: 'query.return_to', message: 'expected a path of this shop' }]);

/** A tenant that nobody can sign in to yet. */
export const noAppClient = notFound;
