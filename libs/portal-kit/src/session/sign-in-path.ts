/** Where to sign in, with the way back. */
export function signInPath(back: string): string {
  return `/sign-in?return=${encodeURIComponent(back)}`;
}
