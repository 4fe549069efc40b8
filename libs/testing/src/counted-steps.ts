import { Session, type Profiler } from 'node:inspector/promises';

export interface CountedSteps<Module> {
  readonly module: Module;
  /** How often the blocks of code of the counted files run while the work is done. */
  stepsOf(work: () => void): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Counts, as V8 does for coverage, how often each block of code in such files runs: a measure of effort that no other process on the
 * machine disturbs. Regular expressions run inside the engine and are not counted; a lint rule looks after those.
 * @param load imports the code, which nothing may have imported before: V8 counts what it compiles from then on
 */
export async function countedSteps<Module>(file: RegExp, load: () => Promise<Module>): Promise<CountedSteps<Module>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const module = await load();
  return {
    module,
    async stepsOf(work) {
      await session.post('Profiler.takePreciseCoverage'); // What ran before counts for nothing.
      work();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const ranges = result.filter(({ url }) => file.test(url)).flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
      return ranges.reduce((sum, { count }: Profiler.CoverageRange) => sum + count, 0);
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
