export * from './steady';
export * from './report';
export * from './told';
export * from './at-most-a-minute';
export * from './bounded-work';
