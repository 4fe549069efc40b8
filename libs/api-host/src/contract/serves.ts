import 'reflect-metadata';
import { Delete, Get, HttpCode, Post, Put, UseGuards, applyDecorators, type Type } from '@nestjs/common';
import type { CommandContract, QueryContract } from '@isegoria/kernel';
import { Reads } from '../reading/wait-for-position';
import { asksWhatIsKnown } from '../request/asked';
import { AtMostAMinute } from '../request/floods';

export type Contract = CommandContract | QueryContract;

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };
const served = Symbol('the contract that a method serves');

/**
 * Method decorator of a controller: serves the route of a contract, with its status and limit.
 * @param reads the groups of read models from which a query is answered, or a command judged
 */
export function Serves(contract: Contract, reads: readonly string[] = []): MethodDecorator {
  if (!contract.route) throw new Error(`${contract.name} has no route.`);
  const { method, path } = contract.route;
  const isCommand = 'subject' in contract;
  const limit = 'atMostAMinute' in contract ? contract.atMostAMinute : undefined;
  return applyDecorators(
    verbs[method](path),
    HttpCode('status' in contract ? contract.status : 200),
    remembered(contract),
    UseGuards(asksWhatIsKnown(contract)),
    ...(isCommand && reads.length === 0 ? [] : [Reads(reads)]),
    ...(limit === undefined ? [] : [AtMostAMinute(limit)]),
  );
}

function remembered(contract: Contract): MethodDecorator {
  return (target, property) => Reflect.defineMetadata(served, contract, target, property);
}

/** The contracts that the methods of a controller serve. */
export function servedBy({ prototype }: Type): Contract[] {
  const methods = Object.getOwnPropertyNames(prototype);
  return methods.flatMap((name) => (Reflect.getMetadata(served, prototype as object, name) as Contract | undefined) ?? []);
}

/** Gives a controller that is made for a contract the name of that: limits of requests are counted a controller's name. */
export function named<T extends Type>(name: string, controller: T): T {
  return Object.defineProperty(controller, 'name', { value: `${name}Route` });
}
