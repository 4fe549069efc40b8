/** Repeats a check until it passes; after the time (milliseconds) its last failure is thrown. */
export async function eventually<T>(check: () => Promise<T> | T, within = 30_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
