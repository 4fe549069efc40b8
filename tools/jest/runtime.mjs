import { compileFunction } from 'node:vm';
import Runtime from 'jest-runtime';
import OneRealm from './one-realm.mjs';
import { isPackage, packageFor } from './packages.mjs';

/** What a path of the house's own code is resolved to, from where. */
const resolved = new Map();
/** Functions that make a module of CommonJS, by file. */
const compiled = new Map();

/**
 * Loads the house's own code anew for each spec, and packages once for each worker, with the import of Node.js: reading, compiling and
 * linking a few hundred modules of packages took half of the time of a spec. One that needs packages of its own says
 * `@jest-environment node` at its head.
 */
export default class OncePackages extends Runtime {
  constructor(...given) {
    super(...given);
    const { esmLoader, executor, _environment: environment, _resolution: resolution } = this;
    if (!(environment instanceof OneRealm)) return;
    esmLoader.getContext = () => undefined;
    // The other way, which newer releases of Node.js have, does not ask `resolveModule`.
    resolution.canResolveSync = () => false;
    const ask = resolution.resolveEsmAsync.bind(resolution);
    resolution.resolveEsmAsync = (from, specifier) => {
      const key = `${specifier}\n${from}`;
      if (!resolved.has(key)) resolved.set(key, ask(from, specifier));
      return resolved.get(key);
    };
    const resolveOwn = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = (specifier, from, context) =>
      isPackage(specifier) ? packageFor(specifier) : resolveOwn(specifier, from, context);
    // What is left to this are parts of Jest itself.
    executor.compile = (source, filename) => {
      if (environment.getVmContext() === null) return null;
      if (!compiled.has(filename)) compiled.set(filename, compileFunction(source, executor.injectedModuleParameters, { filename }));
      return compiled.get(filename);
    };
  }
}
