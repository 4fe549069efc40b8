export * from './catalogues';
export * from './days';
export * from './english';
export * from './language';
export * from './words/language-of-words';
export * from './read-po';
export * from './texts';
export * from './zone';
