import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrokerOptions } from './index';
import type { ProcessReport } from './serve.fixture';
import { ServerUnderTest } from './servers.fixture';

const esbuild = resolve(import.meta.dirname, '../../../node_modules/.bin/esbuild');

/** The embedded broker in a process of its own, so that its memory can be told from its clients', and the clients opened on it. */
export class BrokerProcess {
  static async start(options: BrokerOptions = {}): Promise<BrokerProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'broker-'));
    const program = join(folder, 'serve.mjs');
    const source = join(import.meta.dirname, 'serve.fixture.ts');
    execFileSync(esbuild, [source, '--bundle', '--format=esm', '--platform=node', '--log-level=warning', `--outfile=${program}`]);
    const child = fork(program, [JSON.stringify(options)], { execArgv: ['--expose-gc'] });
    const [url] = (await once(child, 'message')) as [string];
    return new BrokerProcess(child, folder, new ServerUnderTest(url));
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly clients: ServerUnderTest,
  ) {}

  async report(): Promise<ProcessReport> {
    this.child.send('report');
    const [report] = (await once(this.child, 'message')) as [ProcessReport];
    return report;
  }

  /** Asks again and again until the report is as wanted. */
  async reportThat(isAsWanted: (report: ProcessReport) => boolean): Promise<ProcessReport> {
    for (;;) {
      const report = await this.report();
      if (isAsWanted(report)) return report;
      await pause(20);
    }
  }

  /** Whether it runs: a process that crashed has an exit code. */
  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    await this.clients.stop();
    const gone = once(this.child, 'exit');
    if (this.runs) {
      this.child.disconnect();
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
