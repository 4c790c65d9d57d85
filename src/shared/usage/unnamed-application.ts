/**
 * Stands for the application of usage whose export names none (the console shows one application without its id,
 * the usage API the sum of all) where no application is known at all: all there is, under one name.
 */
export const UNNAMED_APPLICATION = '*';
