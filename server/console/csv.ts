/** A line of CSV (RFC 4180), its end included. */
export function csvRow(values: readonly string[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

/** A spreadsheet takes what begins with one of these for a formula: reasons and names are other people's words. An apostrophe makes it text. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
