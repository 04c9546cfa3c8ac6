import { defineRemote } from '@tessera/remote-kit/define-remote.ts';
import { definition } from './definition.ts';

export default defineRemote(definition);
