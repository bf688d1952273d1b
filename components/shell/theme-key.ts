/** Where this browser keeps the chosen theme; nothing is kept for "as the system". */
export const themeStorageKey = 'sluice.theme';

/** Where it keeps how close lines stand; nothing for comfortable. */
export const densityStorageKey = 'sluice.density';

/** Where it keeps the name of the reader's time zone; nothing for the browser's own. */
export const timeZoneStorageKey = 'sluice.timeZone';
