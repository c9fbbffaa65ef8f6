/** The public address of the site. The integration refuses to build without one, so that links never rest on a Host header. */
export function publicSite(site: URL | undefined): URL {
  if (site === undefined) throw new TypeError('Cannot write a link: "site" is missing in astro.config');
  return site;
}
