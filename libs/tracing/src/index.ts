export * from './traced';
export { startTracing, stopTracing, tracing } from './tracing';
