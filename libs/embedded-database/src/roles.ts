import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** The services that have a role of their own, as docker/database-roles.sql makes them. */
export const servicesWithRoles = ['identity', 'content', 'feedback', 'consultations', 'projector', 'transparency-log', 'gateway'] as const;
export type ServiceWithRole = (typeof servicesWithRoles)[number];

/**
 * Makes the roles in the database of a superuser's URL, and gives each its password. May be done at every start.
 * @param passwordOf as PostgreSQL is to ask it; the server keeps a hash (SCRAM-SHA-256, RFC 7677)
 */
export async function giveRoles(superuserUrl: string, passwordOf: (service: ServiceWithRole) => string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(readFileSync(statements(), 'utf8'));
    for (const service of servicesWithRoles)
      await client.query(`ALTER ROLE ${roleOf(service)} PASSWORD ${client.escapeLiteral(passwordOf(service))}`);
  } finally {
    await client.end();
  }
}

/** The URL of the same database for one service. */
export function urlFor(service: ServiceWithRole, superuserUrl: string, password: string): string {
  const url = new URL(superuserUrl);
  [url.username, url.password] = [roleOf(service), password];
  return url.href;
}

function roleOf(service: ServiceWithRole): string {
  return `isegoria_${service.replaceAll('-', '_')}`;
}

/** One file for Docker and for this: the build puts it beside the programs. */
function statements(): string {
  const name = 'database-roles.sql';
  return [join(import.meta.dirname, '..', name), join(import.meta.dirname, '../../../docker', name)].find((file) => existsSync(file))!;
}
