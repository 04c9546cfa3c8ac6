import { createServerEntry } from '@tessera/remote-kit/server/create-server-entry.tsx';
import { definition } from './definition.ts';

export default createServerEntry(definition);
