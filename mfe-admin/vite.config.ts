import { remote } from '@tessera/federation/vite/remote-preset.ts';
import manifest from './manifest.ts';

export default remote({ manifest });
