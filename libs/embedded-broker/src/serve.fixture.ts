import { startBroker, type BrokerFigures, type BrokerOptions } from './index';

/** What the process tells when it is asked; memory in bytes. */
export interface ProcessReport {
  readonly figures: BrokerFigures;
  readonly rss: number;
  readonly peakRss: number;
}

// A broker in a process of its own: its options come as JSON, each message asks for a report.
const broker = await startBroker(JSON.parse(process.argv[2]!) as BrokerOptions);
process.on('message', () => {
  const report: ProcessReport = { figures: broker.figures(), rss: process.memoryUsage.rss(), peakRss: process.resourceUsage().maxRSS * 1024 };
  process.send!(report);
});
process.on('disconnect', () => process.exit(0));
process.send!(broker.url);
