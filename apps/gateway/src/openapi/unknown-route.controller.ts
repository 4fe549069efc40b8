import { All, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Rejection } from '@isegoria/contracts';
import { apiPrefix } from '../api-prefix';
import { routes } from './routes';

const patterns = routes.map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}/?$`) }));

/** Takes what no other route took: a known address under another method is said to be so, with the methods it has. */
@Controller()
export class UnknownRouteController {
  @All('*path')
  refuse(@Req() request: Request, @Res({ passthrough: true }) response: Response): never {
    const path = request.path.slice(apiPrefix.length + 1);
    const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (allowed.length === 0) throw new Rejection('NOT_FOUND');
    response.setHeader('Allow', [...new Set(allowed)].join(', '));
    throw new Rejection('METHOD_NOT_ALLOWED');
  }
}
