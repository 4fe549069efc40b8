export { startEventStore, type EventStoreFigures, type EventStoreOptions, type RunningEventStore } from './server';
