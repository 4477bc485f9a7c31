import { browser } from 'wxt/browser';
import { type Software, softwareSchema } from '../model/capture.ts';

/** SHA-256 over the sources this extension was built from; 64 zeros in a build that was not told. */
declare const __BUILD_DIGEST__: string;

/** Holdfast's own version and build, and the browser and system it runs in, as they describe themselves. */
export async function readSoftware(): Promise<Software> {
  const platform = await browser.runtime.getPlatformInfo();
  return softwareSchema.parse({
    name: 'Holdfast',
    version: browser.runtime.getManifest().version,
    buildDigest: __BUILD_DIGEST__,
    browser: browserName(navigator.userAgent),
    os: `${platform.os} ${platform.arch}`,
  });
}

/** Products that name a browser, the more particular first: Edge and Opera also call themselves Chrome. */
const products = ['Edg', 'OPR', 'Vivaldi', 'Firefox', 'Chrome'] as const;
const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Chrome: 'Chromium' };

/** `Chromium 156.0.0.0` from a user agent string; the whole string when it names no known product. */
export function browserName(userAgent: string): string {
  for (const product of products) {
    const version = new RegExp(`\\b${product}/([\\d.]+)`).exec(userAgent)?.[1];
    if (version !== undefined) return `${names[product] ?? product} ${version}`;
  }
  return userAgent;
}
