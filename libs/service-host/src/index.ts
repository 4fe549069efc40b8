export * from './config';
export * from './health';
export * from './http-problem.filter';
export { leafOf } from './leaf-of';
export * from './logger';
export * from './platform.module';
export * from './receipts';
export * from './rpc-rejection.filter';
export * from './start-service';
