/** The public address of the site, from the node's settings: links never rest on the `Host` that a client sends. */
export function publicSite(locals: App.Locals): URL {
  return new URL(`${locals.disclosure.siteUrl}/`);
}
