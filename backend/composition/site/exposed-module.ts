/** The one module that every remote exposes. */
export const exposedModule = './remote';
