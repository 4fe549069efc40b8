export * from './eventually';
export * from './parts';
export * from './platform';
export * from './secrets';
