import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { satisfies } from '@tessera/contracts/satisfies.ts';
import { type Finding, refusal } from '../finding.ts';

/** A shell that some visitors get. */
export interface LiveShell {
  version: string;
  /** Version of its contract with remotes. */
  contract: string;
  /** Module → version it shares; undefined where the shop does not say. */
  shared?: Readonly<Record<string, string>>;
}

/** The loader of each live shell must take the release: it refuses what asks for another contract. */
export function shellContractFindings({ manifest }: RemoteBuild, shells: readonly LiveShell[]): Finding[] {
  return shells
    .filter(({ contract }) => !satisfies(contract, manifest.shellContract))
    .map(({ version, contract }) =>
      refusal('shell-contract', {
        what: `It asks for shell contract ${manifest.shellContract}; the live shell ${version} offers ${contract}.`,
        where: 'manifest.ts, shellContract',
        fix: `Ask for what is live (^${contract}) and build with the @tessera packages of that contract, or wait for the shell's next release.`,
      }),
    );
}
