import { SyntheticModule } from 'node:vm';

/**
 * What packages set on globals when they were loaded, and need as long as they are there. What is generated from Protocol Buffers
 * shares `proto`; where all runs in one process, the set-up of the run may be what loads it, behind this.
 */
export const ofPackages = new Set(['proto']);
/** Packages that were loaded in this worker, by what they are imported as. */
const loaded = new Map();
/** What a spec leaves behind in a package, which the next one would stumble over. */
const tidying = { 'prom-client': ({ register }) => register.clear() };

export function isPackage(specifier) {
  return !/^(?:[./]|@isegoria\/|@jest\/globals$|file:|data:)/.test(specifier);
}

/** The package, or part of Node.js, as a module that those of a spec can be linked with. */
export function packageFor(specifier) {
  if (!loaded.has(specifier)) loaded.set(specifier, load(specifier));
  return loaded.get(specifier);
}

export async function tidyPackages() {
  for (const [specifier, tidy] of Object.entries(tidying)) if (loaded.has(specifier)) tidy((await loaded.get(specifier)).namespace);
}

async function load(specifier) {
  const before = new Set(Reflect.ownKeys(globalThis));
  const exported = await import(specifier);
  for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) ofPackages.add(key);
  const names = Object.keys(exported);
  const module = new SyntheticModule(
    names,
    function () {
      for (const name of names) this.setExport(name, exported[name]);
    },
    { identifier: specifier },
  );
  await module.link(() => undefined);
  await module.evaluate();
  return module;
}
