export * from './broadcast';
export * from './command-client';
export * from './command-message';
export * from './handles';
export * from './transport';
export * from './wake-up';
