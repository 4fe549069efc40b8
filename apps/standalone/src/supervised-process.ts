import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { steady } from '@isegoria/steady';

export interface ProcessPlan {
  readonly name: string;
  readonly program: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const restartPause = 500;
const longestPause = 15_000;
const stopWithin = 10_000;

/** One process that is started again when it dies; its output goes to a file. */
export class SupervisedProcess {
  private child?: ChildProcess;
  private stopping = false;
  private pause = restartPause;
  private readonly output: WriteStream;
  ready = false;

  constructor(
    readonly plan: ProcessPlan,
    private readonly report: (sentence: string) => void,
  ) {
    this.output = createWriteStream(plan.logFile, { flags: 'a' });
  }

  /** Resolves when it says that it is ready; rejects when it ends before it ever was. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.launch(resolve, () => reject(new Error(`${this.plan.name} could not start; its last words are in ${this.plan.logFile}.`)));
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const force = setTimeout(
        steady(() => child.kill('SIGKILL')),
        stopWithin,
      );
      await ended;
      clearTimeout(force);
    }
    this.output.end();
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  private launch(onReady: () => void, onFirstFailure?: () => void): void {
    const { program, port, env, name } = this.plan;
    const child = fork(program, [], {
      env: { ...process.env, ...env, PORT: String(port), SERVICE_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // Ctrl-C reaches the supervisor alone, which stops the parts in order
    });
    this.child = child;
    child.stdout!.pipe(this.output, { end: false });
    child.stderr!.pipe(this.output, { end: false });
    const hear = (message: { ready?: boolean }) => {
      if (!message.ready) return;
      this.ready = true;
      this.pause = restartPause;
      onReady();
    };
    const ended = (code: number | null, signal: string | null) => this.ended(code, signal, this.ready ? undefined : onFirstFailure);
    child.on('message', steady(hear));
    child.once('exit', steady(ended));
  }

  private ended(code: number | null, signal: string | null, onFirstFailure?: () => void): void {
    this.ready = false;
    if (this.stopping) return;
    if (onFirstFailure) return onFirstFailure();
    const { name, logFile } = this.plan;
    this.report(`${name} ended (${signal ?? `exit code ${code}`}) and is started again; its last words are in ${logFile}`);
    const again = () => !this.stopping && this.launch(() => this.report(`${this.plan.name} is ready again`));
    setTimeout(steady(again), this.pause);
    this.pause = Math.min(this.pause * 2, longestPause);
  }
}
