/**
 * Engine version: the same version and the same (scenario, seed, interventions) give the same bits. Equal to the package's version.
 */
export const ENGINE = 'foedus/0.4.0';
