import {
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Locale } from '@tessera/contracts/tenant.ts';
import { ifNamed } from './accounts.ts';

export type PasswordCheck = { ok: true } | { ok: false; reason: 'wrong' | 'unconfirmed' | 'reset-required' };
export type CodeCheck = { ok: true } | { ok: false; reason: 'mismatch' | 'expired' | 'weak-password' };
export type SignUp = { ok: true; username: string } | { ok: false; reason: 'exists' | 'weak-password' };

/** Whose page sends a code, and in which language its mail is to be. */
export interface CodeSender {
  clientId: string;
  language: Locale;
}

/** What a visitor can do about their own account, as unions of the expected outcomes. */
export function createSignIn(client: CognitoIdentityProviderClient) {
  return {
    async checkPassword(ClientId: string, USERNAME: string, PASSWORD: string): Promise<PasswordCheck> {
      try {
        const AuthParameters = { USERNAME, PASSWORD };
        const answer = await client.send(
          new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }),
        );
        return answer.ChallengeName ? { ok: false, reason: 'reset-required' } : { ok: true };
      } catch (error) {
        return { ok: false, reason: reasonOf(error, passwordReasons) };
      }
    },
    async signUp(from: CodeSender, user: { email: string; name: string; password: string }): Promise<SignUp> {
      const UserAttributes = [
        { Name: 'email', Value: user.email },
        { Name: 'name', Value: user.name },
      ];
      try {
        const answer = await client.send(
          new SignUpCommand({ ...toRequest(from), Username: user.email, Password: user.password, UserAttributes }),
        );
        return { ok: true, username: answer.UserSub ?? user.email };
      } catch (error) {
        return { ok: false, reason: reasonOf(error, signUpReasons) };
      }
    },
    confirmSignUp: (ClientId: string, Username: string, ConfirmationCode: string): Promise<CodeCheck> =>
      client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode })).then(succeed, failCode),
    async resendCode(from: CodeSender, Username: string): Promise<void> {
      await client
        .send(new ResendConfirmationCodeCommand({ ...toRequest(from), Username }))
        .catch(ifNamed('UserNotFoundException'));
    },
    async sendResetCode(from: CodeSender, Username: string): Promise<void> {
      await client
        .send(new ForgotPasswordCommand({ ...toRequest(from), Username }))
        .catch(ifNamed('UserNotFoundException'));
    },
    resetPassword: (
      ClientId: string,
      Username: string,
      ConfirmationCode: string,
      Password: string,
    ): Promise<CodeCheck> =>
      client
        .send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }))
        .then(succeed, failCode),
  };
}

export type SignInService = ReturnType<typeof createSignIn>;

const toRequest = ({ clientId, language }: CodeSender) => ({
  ClientId: clientId,
  ClientMetadata: { locale: language },
});

const passwordReasons = {
  NotAuthorizedException: 'wrong',
  UserNotFoundException: 'wrong',
  UserNotConfirmedException: 'unconfirmed',
  PasswordResetRequiredException: 'reset-required',
} as const;
const signUpReasons = { UsernameExistsException: 'exists', InvalidPasswordException: 'weak-password' } as const;
const codeReasons = {
  CodeMismatchException: 'mismatch',
  ExpiredCodeException: 'expired',
  TooManyFailedAttemptsException: 'expired',
  UserNotFoundException: 'mismatch',
  NotAuthorizedException: 'mismatch',
  InvalidPasswordException: 'weak-password',
} as const;

const succeed = (): CodeCheck => ({ ok: true });
const failCode = (error: unknown): CodeCheck => ({ ok: false, reason: reasonOf(error, codeReasons) });

function reasonOf<T extends string>(error: unknown, reasons: Readonly<Record<string, T>>): T {
  const reason = error instanceof Error ? reasons[error.name] : undefined;
  if (!reason) throw error;
  return reason;
}
