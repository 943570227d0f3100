/** Where to go after sign-in: only ever a path of this application, whatever stood in the URL. */
export function startPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : "/";
}
