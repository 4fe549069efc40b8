export * from './broadcast';
export * from './command-client';
export * from './command-message';
export * from './forgetting';
export * from './handles';
export * from './transport';
export * from './wake-up';
