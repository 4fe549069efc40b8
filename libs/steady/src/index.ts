export * from './steady';
export * from './report';
export * from './told';
export * from './bounded-work';
