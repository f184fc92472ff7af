/** The engine's version: another one may give other results for the same question. */
export const ENGINE_VERSION = "0.1.0";
