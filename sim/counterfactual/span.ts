/** Years before the end of an alliance that are searched for candidate causes. */
export const YEARS_BEFORE = 10;
