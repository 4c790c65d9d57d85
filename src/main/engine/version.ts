/** The engine's version, kept with every run; a test holds it equal to package.json. */
export const ENGINE_VERSION = '0.1.0';
