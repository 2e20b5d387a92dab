/** How time grows with size: that of n goes with n to this power. */
export function exponent(perSecond: Readonly<Record<string, number>>, small: number, large: number): number {
  const seconds = (size: number): number => size / (perSecond[String(size)] ?? NaN);
  return Math.log(seconds(large) / seconds(small)) / Math.log(large / small);
}
