export * from './broadcast';
export * from './command-client';
export * from './command-message';
export * from './transport';
export * from './wake-up';
