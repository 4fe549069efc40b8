import type { ServiceName } from './services';

export interface PlatformReadiness {
  /** The names of the services that are not ready now. */
  missing(): Promise<string[]>;
  /** Resolves when all are; rejects after a minute with the names of those that are not. */
  untilReady(): Promise<void>;
}

const patience = 60_000;

/** Ready is what every service says about itself and the parts that it depends on. */
export function readinessOf(ports: Readonly<Record<ServiceName, number>>): PlatformReadiness {
  const missing = async () => {
    const answers = await Promise.all(Object.entries(ports).map(async ([name, port]) => ((await isReady(port)) ? undefined : name)));
    return answers.filter((name) => name !== undefined);
  };
  return {
    missing,
    async untilReady() {
      const deadline = Date.now() + patience;
      for (let names = await missing(); names.length > 0; names = await missing()) {
        if (Date.now() > deadline) throw new Error(`not ready within a minute: ${names.join(', ')}.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
