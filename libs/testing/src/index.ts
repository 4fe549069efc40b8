export * from './counted-connection';
export * from './collector';
export * from './eventually';
export * from './parts';
export * from './platform';
export * from './receipts';
export * from './secrets';
export * from './counted-steps';
