/** The part of jstat 1.9.6 that is accurate enough to be used here (checked against R; its beta, t and F are not). */
declare module 'jstat' {
  export const jStat: {
    readonly normal: { inv(p: number, mean: number, sd: number): number };
    readonly chisquare: { inv(p: number, df: number): number };
    /** Error function. */
    erf(x: number): number;
  };
}
