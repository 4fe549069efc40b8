import { createRequire } from 'node:module';
import { ofPackages, tidyPackages } from './packages.mjs';

// Parts of Jest, in the version that Jest has.
const ofJest = createRequire(createRequire(import.meta.url).resolve('jest-environment-node'));
const { ModernFakeTimers } = ofJest('@jest/fake-timers');
const { ModuleMocker } = ofJest('jest-mock');

/**
 * Specs run in the realm of Node.js itself, as the product does, and not in a context of their own: so packages are loaded once for all
 * specs of a worker (see `runtime.mjs`), and an Error of a package is an Error. What a spec leaves on globals, in the environment and as
 * listeners is put back after it.
 */
export default class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  #putBack = [keepProperties(globalThis), keepProperties(Error), keepEnvironment(process), keepListeners(process), keepProperties(process)];

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern?.dispose();
    this.fakeTimersModern = null;
    this.global = null;
    for (const putBack of this.#putBack.splice(0)) putBack();
    await tidyPackages();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks whether there is one. */
  getVmContext() {
    return this.global;
  }
}

function keepProperties(object) {
  const before = new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));
  return () => {
    for (const key of Reflect.ownKeys(object)) {
      if (!before.has(key) && !ofPackages.has(key)) Reflect.deleteProperty(object, key);
    }
    for (const [key, { value, get }] of before) {
      const now = Object.getOwnPropertyDescriptor(object, key);
      if (now?.value !== value || now?.get !== get) Reflect.defineProperty(object, key, before.get(key));
    }
  };
}

function keepEnvironment({ env }) {
  const before = { ...env };
  return () => {
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name];
    Object.assign(env, before);
  };
}

function keepListeners(emitter) {
  const before = new Map(emitter.eventNames().map((event) => [event, emitter.rawListeners(event)]));
  return () => {
    for (const event of emitter.eventNames())
      for (const listener of emitter.rawListeners(event)) if (!before.get(event)?.includes(listener)) emitter.off(event, listener);
  };
}
