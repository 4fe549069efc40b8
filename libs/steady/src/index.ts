export * from './steady';
export * from './report';
