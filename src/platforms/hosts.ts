/** Whether `host` is one of `hosts` or a subdomain of one. Never a substring: `netflix.com` is not `x.com`. */
export function isHostOf(host: string, hosts: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return hosts.some(known => name === known || name.endsWith(`.${known}`));
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|igsh|igshid|mibextid|xmt|slof|__cft__.*|__tn__|ref_src|ref_url|mc_eid)$/;

/**
 * The address without credentials and without parameters that only name who shared the link. The address that
 * was shown is kept elsewhere, untouched.
 */
export function withoutTracking(address: URL): string {
  const clean = new URL(address.href);
  clean.username = '';
  clean.password = '';
  const names = new Set(Array.from(clean.searchParams.keys()));
  for (const name of names) if (tracking.test(name)) clean.searchParams.delete(name);
  return clean.href;
}

/** The link's address read against `base`; undefined when it is not an http or https address. */
export function webAddress(link: string | undefined, base: URL): URL | undefined {
  if (link === undefined || !URL.canParse(link, base.href)) return undefined;
  const address = new URL(link, base.href);
  return /^https?:$/.test(address.protocol) ? address : undefined;
}
