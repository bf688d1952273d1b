const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** "0.4 s", "12 s", "3 min 5 s", "1 h 2 min": how long something took, in milliseconds. */
export function tookText(spanMs: number): string {
  if (spanMs < 10 * second) return `${(Math.max(0, spanMs) / second).toFixed(1)} s`;
  if (spanMs < minute) return `${Math.floor(spanMs / second)} s`;
  const [whole, part] = spanMs < hour ? [minute, second] : [hour, minute];
  const [wholeUnit, partUnit] = spanMs < hour ? ['min', 's'] : ['h', 'min'];
  const rest = Math.floor((spanMs % whole) / part);
  return `${Math.floor(spanMs / whole)} ${wholeUnit}${rest === 0 ? '' : ` ${rest} ${partUnit}`}`;
}
