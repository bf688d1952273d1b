const numbers = new Intl.NumberFormat('en');
const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** "12,480". */
export function numberText(count: number): string {
  return numbers.format(count);
}

/** "1.2 MB", in steps of 1,000. */
export function bytesText(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[step]}`;
}
