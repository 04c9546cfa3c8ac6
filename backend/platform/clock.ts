/** Time is an argument wherever a rule depends on it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const toSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
