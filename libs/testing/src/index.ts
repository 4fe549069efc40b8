export * from './eventually';
export * from './parts';
export * from './secrets';
