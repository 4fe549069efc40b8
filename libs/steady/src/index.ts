export * from './steady';
export * from './report';
export * from './bounded-work';
