/** Who computed a run: the same name and the same triple give the same bits. Equal to the package's version. */
export const ENGINE = 'foedus/0.1.0';
