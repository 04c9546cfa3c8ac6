/** The channel whose release set visitors get unless something says otherwise: what the edge keys hosts by. */
export const liveChannel = 'live';
