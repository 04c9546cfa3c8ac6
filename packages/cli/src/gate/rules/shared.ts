import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { satisfies } from '@tessera/contracts/satisfies.ts';
import { type Finding, note, refusal } from '../finding.ts';
import type { LiveShell } from './shell-contract.ts';

/** Shared modules are the shell's alone: a remote has no copy of its own to fall back to. */
export function sharedFindings({ shared = {} }: RemoteBuild, shells: readonly LiveShell[]): Finding[] {
  return shells.flatMap(({ version, shared: offered }) => {
    if (!offered)
      return [
        note(
          'shared-unknown',
          `Which modules shell ${version} shares was not compared: the shop does not say.`,
          'shared modules',
        ),
      ];
    return Object.entries(shared).flatMap(([module, range]) => {
      const own = offered[module];
      if (own !== undefined && satisfies(own, range)) return [];
      return [
        refusal('shared-range', {
          what: `It needs ${module} ${range}; the live shell ${version} shares ${own ?? 'none'}.`,
          where: 'package.json, dependencies',
          fix:
            own === undefined
              ? `Do not share ${module}.`
              : `Build with ${module} ${own}, as @tessera/federation of that shell has it.`,
        }),
      ];
    });
  });
}
