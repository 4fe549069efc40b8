/** For the thread that reads files: see `readDocument`. */
export { read, type ToRead } from './documents/reading/read';
