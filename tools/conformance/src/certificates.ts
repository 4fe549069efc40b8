import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The node's own, which is its own authority, and two that tests of client certificates show. */
const NAMES = ['node', 'admin', 'invalid'];
const FOR_A_DAY = ['-x509', '-days', '1', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
const FOR_THIS_MACHINE = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];

/** Puts a key and a certificate for each name into a new folder, as NAME.key and NAME.crt. @throws where there is no `openssl` */
export function makeCertificates(folder: string): void {
  mkdirSync(folder);
  for (const name of NAMES) {
    const files = ['-subj', `/CN=${name}`, '-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.crt`)];
    execFileSync('openssl', ['req', ...FOR_A_DAY, ...FOR_THIS_MACHINE, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
