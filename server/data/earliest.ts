/** The earliest of the times that there are; undefined where there is none. */
export function earliest(times: (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? known.reduce((one, other) => Math.min(one, other)) : undefined;
}
