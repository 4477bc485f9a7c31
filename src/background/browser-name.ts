/** Products that name a browser, the more specific first: Edge and Opera also call themselves Chrome. */
const products = ['Edg', 'OPR', 'Vivaldi', 'Firefox', 'Chrome'] as const;
const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Chrome: 'Chromium' };

/** For example `Chromium 156.0.0.0`, from a user agent string; the whole string when it names no known product. */
export function browserName(userAgent: string): string {
  for (const product of products) {
    const version = new RegExp(`(?:\\b|Headless)${product}/([\\d.]+)`).exec(userAgent)?.[1];
    if (version !== undefined) return `${names[product] ?? product} ${version}`;
  }
  return userAgent;
}
