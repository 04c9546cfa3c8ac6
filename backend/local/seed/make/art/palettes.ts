/** Ground first, then inks from quiet to loud. Every palette holds one pair of at least 4.5 : 1 (ground and type). */
export interface Palette {
  ground: string;
  type: string;
  inks: readonly [string, string, string, string];
}

export const palettes = {
  ember: { ground: '#1b1412', type: '#f6e7d6', inks: ['#4a2a22', '#8f3b2a', '#d9572f', '#f2b35a'] },
  tide: { ground: '#0d2230', type: '#e8f3f1', inks: ['#17414f', '#1f6f78', '#4fb3a5', '#f0c987'] },
  orchard: { ground: '#f3ead7', type: '#26301f', inks: ['#d9cfa9', '#a3b06b', '#5f7d3c', '#c6502f'] },
  dusk: { ground: '#221a33', type: '#f4ecf7', inks: ['#3d2d5c', '#704a8c', '#c26d8e', '#f3b98b'] },
  chalk: { ground: '#ece9e2', type: '#1d1d1f', inks: ['#cfcabd', '#9aa3a8', '#3f5a6b', '#d24b3a'] },
  moss: { ground: '#16211b', type: '#eaf1e2', inks: ['#27402f', '#4b6f48', '#93a95b', '#e3c65b'] },
  rose: { ground: '#f6e6e1', type: '#3a1620', inks: ['#eac7bf', '#d68f8c', '#a63d55', '#e7a04b'] },
  ink: { ground: '#101216', type: '#f2f2ee', inks: ['#262b33', '#4a5563', '#8b98a8', '#e8c547'] },
  sand: { ground: '#efe0c4', type: '#33261a', inks: ['#dcc196', '#c08a4e', '#7d4f2a', '#2f6f73'] },
  polar: { ground: '#e4eef3', type: '#12283a', inks: ['#bfd6e2', '#82aec7', '#2f6f99', '#e06a4a'] },
  plum: { ground: '#2a1024', type: '#fbe9ee', inks: ['#4d1f40', '#86305c', '#d0526b', '#f6c28b'] },
  citrus: { ground: '#fbf1cf', type: '#2d2a12', inks: ['#f3d977', '#e7a52e', '#c9612a', '#3c6b57'] },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;

export const paletteOf = (name: string): Palette => (name in palettes ? palettes[name as PaletteName] : palettes.ink);
