/** Colour roles that belong to a face. Hex, so that contrast can be checked. */
export interface Ground {
  surface: string;
  /** Cards, panels, fields: one step towards the viewer. */
  raised: string;
  /** Wells and skeletons: one step away. */
  sunken: string;
  /** Hairlines that only decorate. */
  line: string;
  /** Outlines that a control is known by: 3:1 against its ground. */
  edge: string;
  text: string;
  muted: string;
  positive: string;
  warning: string;
  danger: string;
}

/** What a face decides beyond colour; see `theme.ts` for the properties they become. */
export interface Face {
  light: Ground;
  dark: Ground;
  type: {
    family: string;
    fallback: string;
    /** Families for Arabic script, in the mood of the face. */
    arabic: string;
    generic: 'sans-serif' | 'serif';
    /** Running text in rem. */
    size: number;
    displayWeight: number;
    displayTracking: string;
    displayLeading: number;
    bodyWeight: number;
    bodyLeading: number;
    strongWeight: number;
  };
}
