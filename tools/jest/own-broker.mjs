/**
 * Suites that run side by side on real servers have a broker each: the services of one would answer the commands of the other. Databases
 * are made for each suite, on one server.
 */
const brokers = process.env.TEST_NATS_URLS?.split(' ') ?? [];
if (brokers.length > 0) process.env.NATS_URL = brokers[(Number(process.env.JEST_WORKER_ID) - 1) % brokers.length];
