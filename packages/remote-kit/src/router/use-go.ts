import { useKit } from '../contexts/services-context.ts';
import type { Go } from './go.ts';

export const useGo = (): Go => useKit().go;
