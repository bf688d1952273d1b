/** How often what is on screen is read again, in milliseconds. */
export const pollMs = 2_000;
