export { startBroker, type BrokerFigures, type BrokerOptions, type RunningBroker } from './broker';
export type { BrokerUser } from './users';
