import { shell } from '@tessera/federation/vite/shell-preset.ts';
import manifest from './manifest.ts';

export default shell({ manifest });
