/** Where this browser keeps the chosen theme; nothing is kept for "as the system". */
export const themeStorageKey = 'sluice.theme';
