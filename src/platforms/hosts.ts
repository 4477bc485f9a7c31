/**
 * Whether the address is on one of `hosts`, at the default port. Exact names only: `netflix.com` is not `x.com`, nor is
 * `x.com.` or a subdomain. `*.example.com` stands for every name one label below.
 */
export function isOnHost(address: URL, hosts: readonly string[]): boolean {
  const { protocol, hostname, port } = address;
  if (!/^https?:$/.test(protocol) || port !== '') return false;
  return hosts.includes(hostname) || hosts.includes(hostname.replace(/^[^.]+/, '*'));
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|twclid|ttclid|igsh|igshid|mibextid|xmt|slof|si|rdid|share_id|share_(?:app|link|item|user)_\w+|share_url|sharer_\w+|is_from_webapp|is_copy_url|sender_device|sender_web_id|__cft__.*|__tn__|ref_src|ref_url|mc_eid)$/;

/**
 * The address without credentials and without parameters that only identify who shared the link. The original address
 * is kept elsewhere.
 */
export function withoutTracking(address: URL): string {
  const clean = new URL(address.href);
  clean.username = '';
  clean.password = '';
  const names = new Set(Array.from(clean.searchParams.keys()));
  for (const name of names) if (tracking.test(name)) clean.searchParams.delete(name);
  // Forums without cookies put the session id of the signed-in person into every link.
  for (const name of ['sid', 's', 'PHPSESSID']) {
    if (/^[0-9a-f]{32}$/.test(clean.searchParams.get(name) ?? '')) clean.searchParams.delete(name);
  }
  // Discourse adds the name of whoever shares a topic.
  if (/^\/t\/[^/]+\/\d+(?:\/\d+)?\/?$/.test(clean.pathname)) clean.searchParams.delete('u');
  return clean.href;
}

/** The link resolved against `base`; undefined when it is no http or https address. */
export function webAddress(link: string | undefined, base: URL): URL | undefined {
  if (link === undefined || !URL.canParse(link, base.href)) return undefined;
  const address = new URL(link, base.href);
  return /^https?:$/.test(address.protocol) ? address : undefined;
}
