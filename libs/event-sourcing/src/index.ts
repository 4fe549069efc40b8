export * from './command-handler';
export * from './decider';
export * from './event-id';
export * from './event-store';
export * from './given-when-then';
export * from './live-fold';
export * from './raw-log';
export * from './subscription';
