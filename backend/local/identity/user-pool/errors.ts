import { CognitoError } from 'cognito-local/lib/errors.js';

/** Errors that Cognito knows and the emulator does not. */
export class TooManyFailedAttemptsError extends CognitoError {
  constructor() {
    super('TooManyFailedAttemptsException', 'The code was entered wrongly too often; ask for a new one.');
  }
}

export class WeakPasswordError extends CognitoError {
  constructor() {
    super('InvalidPasswordException', 'Password did not conform with policy');
  }
}
