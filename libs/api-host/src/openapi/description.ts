import { All, Controller, Get, Req, Res, type Type } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Rejection } from '@isegoria/kernel';
import { apiPrefix } from '../api-prefix';
import type { Contract } from '../contract/serves';
import { openApi } from './openapi';

/** Serves the description of the API at `/openapi.json`. */
export function descriptionOf(contracts: readonly Contract[]): Type {
  const description = openApi(contracts);

  @Controller()
  class Description {
    @Get('openapi.json')
    describe(): object {
      return description;
    }
  }
  return Description;
}

/** Takes what no other route took: a known address under another method is said to be so, with the methods that it has. */
export function unknownRoute(contracts: readonly Contract[]): Type {
  const routes = [...contracts.map(({ route }) => route!), { method: 'GET', path: '/openapi.json' }];
  const patterns = routes.map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}/?$`) }));

  @Controller()
  class UnknownRoute {
    @All('*path')
    refuse(@Req() request: Request, @Res({ passthrough: true }) response: Response): never {
      const path = request.path.slice(apiPrefix.length + 1);
      const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
      if (allowed.length === 0) throw new Rejection('NOT_FOUND');
      response.setHeader('Allow', [...new Set(allowed)].sort().join(', '));
      throw new Rejection('METHOD_NOT_ALLOWED');
    }
  }
  return UnknownRoute;
}
