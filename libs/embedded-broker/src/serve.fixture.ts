import { startBroker, type BrokerFigures, type BrokerOptions } from './index';

/** What the process tells when it is asked; memory in bytes. */
export interface ProcessReport {
  readonly figures: BrokerFigures;
  /** The most that was held at any of its looks, after collecting: how much garbage lies about is the machine's affair. */
  readonly peakHeld: number;
}

const LOOK_EVERY_MS = 100;
let peakHeld = 0;

function look(): void {
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  peakHeld = Math.max(peakHeld, heapUsed + external);
}

// A broker in a process of its own: its options come as JSON, each message asks for a report.
const broker = await startBroker(JSON.parse(process.argv[2]!) as BrokerOptions);
setInterval(look, LOOK_EVERY_MS).unref();
process.on('message', () => {
  look();
  const report: ProcessReport = { figures: broker.figures(), peakHeld };
  process.send!(report);
});
process.on('disconnect', () => process.exit(0));
process.send!(broker.url);
