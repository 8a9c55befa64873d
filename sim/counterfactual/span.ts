/** Years before the end of an alliance that are looked through for what may have brought it about. */
export const YEARS_BEFORE = 10;
